import type { ChannelRecord } from '#contracts/signals/channel-record';
import { Database } from '#persistence/database';
import { eventIdOf } from '#platform/event-id';
import { SystemClock } from '#platform/time/clock';
import { aChangeRecord, aChannelBatch, aSignalRecord, aWithdrawalRecord, eventOf } from '#testing/channel-records';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { RefuseSignal } from '../settle-triage/refuse-signal.command';
import { RefuseSignalHandler } from '../settle-triage/refuse-signal.handler';
import { ChannelRecordConsumer } from './channel-record.consumer';

const REGISTRY = `INSERT INTO resolver.cadre VALUES ('cadre:1', 'token-1', '陈示例', '一把手', false), ('cadre:9', 'token-9', '高示例', '一把手', true)`;
const CAUSE = '征地补偿款未到位';
const VISIT = { code: 'public-group-visit' } as const;

/** As the door wrote it before it withheld words. */
const withWords = (record: ChannelRecord): ChannelRecord => ({
  ...record,
  data: 'fields' in record.data ? { ...record.data, fields: { persons: 18, cause: CAUSE } } : { ...record.data, reason: CAUSE },
});

/** The event that a change or a withdrawal is about, as the door notes it. */
function aboutOf(source: string, data: ChannelRecord['data']): string | null {
  const of = data['of'] as { readonly source: string; readonly id: string } | undefined;
  if (of) return eventIdOf(of.source, of.id);
  return 'fields' in data || typeof data['id'] !== 'string' ? null : eventIdOf(source, data['id']);
}

describeWith(['postgres'], 'behind the door', () => {
  const sealer = new Sealer(Buffer.alloc(32, 5));
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let offset = 0;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 6);
    await database.migrate();
  });
  beforeEach(async () => {
    offset = 0;
    await database.query(
      `TRUNCATE log.outbox, log.consumer_offset, log.parked, resolver.unit, resolver.cadre, resolver.signal, resolver.envelope,
                resolver.waiting, gateway.receipt, gateway.sealed_words CASCADE`,
    );
    await database.query(REGISTRY);
  });
  afterAll(async () => {
    await database?.close();
    await fresh?.drop();
  });

  /** Enters them as the door does, their words under seal, and then resolves them. */
  async function receive(...records: readonly ChannelRecord[]): Promise<void> {
    const ids = records.map(({ eventId }) => eventId);
    await database.query(
      `INSERT INTO gateway.receipt (event_id, agency, content_hash, received_on) SELECT id, 'A-AUD', '\\x00', '2026-04-30' FROM unnest($1::uuid[]) AS id`,
      [ids],
    );
    const about = records.map(({ source, data }) => aboutOf(source, data));
    await database.query(
      `INSERT INTO gateway.sealed_words SELECT id, 'cause', '\\x01', about FROM unnest($1::uuid[], $2::uuid[]) AS words (id, about)`,
      [ids, about],
    );
    await new ChannelRecordConsumer(database, sealer).resolve(aChannelBatch(records, offset));
    offset += records.length;
  }
  /** Ids of the sender whose words lie under seal still. */
  const wordsOf = async (...ids: readonly string[]): Promise<readonly string[]> => {
    const rows = await database.query<{ event_id: string }>('SELECT event_id FROM gateway.sealed_words');
    return ids.filter((id) => rows.some(({ event_id: found }) => found === eventOf(id)));
  };
  const sealedIn = async (shelf: 'triage' | 'waiting', id: string): Promise<string> => {
    const [row] = await database.query<{ sealed: Buffer }>(`SELECT sealed FROM resolver.${shelf} WHERE event_id = $1`, [eventOf(id)]);
    return sealer.open(row?.sealed ?? Buffer.of(), `${shelf}/${eventOf(id)}`).toString();
  };

  describe('given records of before words were withheld', () => {
    it('keeps of a signal that has its subject the label without its words', async () => {
      await receive(withWords(aSignalRecord({ id: '1', ...VISIT })));
      expect(await database.query('SELECT fields FROM resolver.signal_as_sent')).toEqual([{ fields: { persons: 18, cause: null } }]);
    });

    it('puts them without their words where they wait, sealed as it is', async () => {
      await receive(
        withWords(aSignalRecord({ id: '1', ...VISIT, subject: { name: '某示例' } })),
        withWords(aChangeRecord({ id: 'c' }, 'not-come')),
        withWords(aWithdrawalRecord({ id: 'w' }, 'not-come')),
      );
      expect(JSON.parse(await sealedIn('triage', '1'))).toMatchObject({ data: { fields: { persons: 18, cause: null } } });
      const waiting = [await sealedIn('waiting', 'c'), await sealedIn('waiting', 'w')];
      expect(waiting.map((text) => (JSON.parse(text) as ChannelRecord).data['reason'])).toEqual([null, null]);
      expect(waiting.join()).not.toContain(CAUSE);
    });
  });

  describe('given words under the seal of the door', () => {
    it('leaves those of what takes effect, lies in triage or waits', async () => {
      await receive(
        aSignalRecord({ id: '1', ...VISIT }),
        aSignalRecord({ id: '2', ...VISIT, subject: { name: '某示例' } }),
        aChangeRecord({ id: 'c' }, '1'),
        aSignalRecord({ id: '3', ...VISIT, data: { correctionOf: 'not-come' } }),
      );
      expect(await wordsOf('1', '2', 'c', '3')).toEqual(['1', '2', 'c', '3']);
    });

    it.each([
      ['that has its subject', { cadreToken: 'token-1' }],
      ['that lies in triage', { name: '某示例' }],
    ])('destroys those of a signal %s when its sender takes it back, or corrects it', async (_what, subject) => {
      await receive(aSignalRecord({ id: '1', ...VISIT, subject }), aSignalRecord({ id: '2', ...VISIT, subject }));
      await receive(aWithdrawalRecord({ id: 'w' }, '1'));
      expect(await wordsOf('1', '2')).toEqual(['2']);
      await receive(aSignalRecord({ id: '3', ...VISIT, data: { correctionOf: '2' } }));
      expect(await wordsOf('1', '2', '3')).toEqual(['3']);
    });

    it.each([
      ['that has its subject', { cadreToken: 'token-1' }],
      ['that lies in triage', { name: '某示例' }],
    ])('destroys what was said about a signal %s in changes and in its withdrawal too, in any order', async (_what, subject) => {
      await receive(aSignalRecord({ id: '1', ...VISIT, subject }), aSignalRecord({ id: '2', ...VISIT, subject }));
      await receive(aChangeRecord({ id: 'c1' }, '1'), aChangeRecord({ id: 'c2' }, '2'), aWithdrawalRecord({ id: 'w' }, '1'));
      expect(await wordsOf('1', 'c1', 'w', '2', 'c2')).toEqual(['2', 'c2']);
      await receive(aChangeRecord({ id: 'c3' }, '3'), aWithdrawalRecord({ id: 'w3' }, '3'), aChangeRecord({ id: 'c4' }, '3'));
      await receive(aSignalRecord({ id: '3', ...VISIT, subject }));
      await receive(aChangeRecord({ id: 'c5' }, '3'), aChangeRecord({ id: 'c6' }, '1'));
      expect(await wordsOf('3', 'c3', 'w3', 'c4', 'c5', 'c6')).toEqual([]);
    });

    it('destroys those of a signal that comes after it was taken back', async () => {
      await receive(aWithdrawalRecord({ id: 'w' }, '1'));
      await receive(aSignalRecord({ id: '1', ...VISIT }));
      expect(await wordsOf('1')).toEqual([]);
      expect(await database.query('SELECT 1 FROM resolver.signal_as_sent')).toEqual([]);
    });

    it('destroys those of what is not entered: managed higher, out of range, refused by a clerk, and what was said about it', async () => {
      await receive(
        aSignalRecord({ id: 'higher', ...VISIT, subject: { cadreToken: 'token-9' } }),
        aSignalRecord({ id: 'elsewhere', ...VISIT, units: ['U-404'] }),
        aSignalRecord({ id: 'asked', ...VISIT, subject: { name: '某示例' } }),
        aChangeRecord({ id: 'c' }, 'asked'),
        aSignalRecord({ id: '1', ...VISIT }),
      );
      expect(await wordsOf('higher', 'elsewhere', 'asked', 'c', '1')).toEqual(['asked', 'c', '1']);
      const why = { because: 'not-accepted', reason: '不属于受理范围' } as const;
      await new RefuseSignalHandler(database, sealer, new SystemClock()).execute(new RefuseSignal(eventOf('asked'), why, 'clerk', null));
      expect(await wordsOf('asked', 'c', '1')).toEqual(['1']);
    });

    it('lets nobody who reads for people see or destroy them', async () => {
      await receive(aSignalRecord({ id: '1', ...VISIT }));
      const asked = async (sql: string): Promise<unknown> => database.readAs(null, async (reading) => reading.query(sql));
      await expect(asked('SELECT 1 FROM gateway.sealed_words')).rejects.toThrow();
      await expect(asked(`SELECT gateway.forget_words(ARRAY['${eventOf('1')}'::uuid])`)).rejects.toThrow();
      expect(await wordsOf('1')).toEqual(['1']);
    });
  });
});
