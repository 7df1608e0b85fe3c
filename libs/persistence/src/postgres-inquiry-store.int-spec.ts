import { dayOf } from '#domain/calendar/day';
import { Database } from '#persistence/database';
import { PostgresInquiryStore } from '#persistence/postgres-inquiry-store';
import { describeInquiryStore } from '#testing/inquiry-store.contract';
import { describeWith, freshDatabase } from '#testing/services/local-services';

describeWith(['postgres'], 'with PostgreSQL', () => {
  let database: Database;
  let drop: () => Promise<void>;

  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  describeInquiryStore('PostgresInquiryStore', async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = await Database.connect(fresh.url);
    await database.migrate();
    return {
      store: new PostgresInquiryStore(database),
      today: async () => {
        const [row] = await database.query<{ today: string }>(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
        return dayOf(row?.today ?? '');
      },
      announcedOf: async (candidateId) => {
        const rows = await database.query<{ type: string; data: string }>(
          `SELECT type, data FROM log.outbox WHERE writer = 'inquiry-workflow' AND data::jsonb ->> 'candidateId' = $1 ORDER BY id`,
          [candidateId],
        );
        return rows.map(({ type, data }) => ({ type, data: JSON.parse(data) as unknown }));
      },
    };
  });
});
