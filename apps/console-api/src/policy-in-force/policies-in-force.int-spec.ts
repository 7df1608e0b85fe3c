import { dayOf } from '#domain/calendar/day';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { Database } from '#persistence/database';
import { goLive } from '#persistence/go-live';
import { namedJson } from '#platform/json/named-json';
import { approvedPolicy, aPolicy } from '#testing/policies';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { PoliciesInForce } from './policies-in-force';

describeWith(['postgres'], 'a day is read', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 2);
    await database.migrate();
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  it('under the policy that was live on it, and under the live one again when that is named', async () => {
    const shipped = namedJson(SHIPPED_POLICY).hash;
    const policies = new PoliciesInForce(database);
    const [row] = await database.query<{ today: string }>('SELECT console.today()::text AS today');
    const today = dayOf(row?.today ?? '');
    expect(await policies.under(null, today)).toMatchObject({ hash: shipped, live: true });

    const { hash } = await approvedPolicy(database, aPolicy());
    expect(await policies.under(null, today, hash)).toMatchObject({ hash, live: false });
    await database.transaction(async (tx) => goLive(tx, hash, today, 'switcher'));
    expect(await policies.under(null, today)).toMatchObject({ hash, live: true });
    expect(await policies.under(null, today - 1)).toMatchObject({ hash: shipped, live: false });
    expect(await policies.under(null, today - 1, hash)).toMatchObject({ hash, live: true });
    await expect(policies.under(null, today, '0'.repeat(64))).rejects.toMatchObject({ status: 404, code: 'policy-not-found' });
  });
});
