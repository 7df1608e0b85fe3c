import { connectLog } from '#assembly/connect-log';
import type { RebuildAnswer } from '#contracts/console/rebuild';
import { GATE_PASSED, LEVEL_RAISED } from '#contracts/risk/risk-events';
import { RISK_EVENTS } from '#contracts/topics';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import { partitionOf } from '#messaging/partition-of';
import { Database } from '#persistence/database';
import { approvedPolicy, aPolicy } from '#testing/policies';
import { describeWith } from '#testing/services/local-services';
import { compareSlots } from '../../apps/risk-projector/src/certify-slot/compare-slots';
import { slotsThatAre } from '../../apps/risk-projector/src/reading-slots/reading-slot';
import { admitMany, entriesExpected, readManyPeopleIn } from './many-events';
import { as, until } from './office';
import { outcomeOf } from './outcome';
import { type RunningStack, STACKS, startStack } from './running-stack';
import { SteadyStream } from './steady-stream';
import { recordsOn } from './topic-records';

const A_SECOND = 200;
/** So many stand in the log before the rebuild begins, and come while the slot is live. */
const SOME = 500;
const PATIENCE_MS = 180_000;

/** More people stand higher under it. */
const HARDER = aPolicy({
  weights: { ...SHIPPED_POLICY.weights, 'org-audit-exit-finding': { '1': 5, '2': 15, '3': 60, '4': 65, '5': 80 } },
});

interface Announced {
  readonly subject: string;
  readonly cause: string;
  readonly policy: string;
}

describeWith(['postgres', 'redis', 'kafka'], `a rebuild while ${A_SECOND} events a second come in at the door`, () => {
  describe.each(STACKS)('on the %s stack', (kind) => {
    let stack: RunningStack;
    let database: Database;
    let policy: string;
    let stream: SteadyStream;

    const status = async (): Promise<RebuildAnswer> => as(stack, 'handling-office-head', 'GET /api/v1/rebuild');
    const more = async (): Promise<void> => {
      const taken = stream.taken + SOME;
      await until(
        'more events',
        async () => Promise.resolve(stream.taken),
        (now) => now >= taken,
        PATIENCE_MS,
      );
    };
    const certified = async (): Promise<NonNullable<RebuildAnswer['certificate']>> => {
      await as(stack, 'handling-office-head', 'POST /api/v1/rebuild/certificate');
      const { certificate } = await until('a certificate', status, ({ other }) => other.certificateAskedBy === null, PATIENCE_MS);
      if (!certificate) throw new Error('nobody asks for a certificate any more, and there is none');
      return certificate;
    };
    const turned = async (how: 'switch' | 'back'): Promise<RebuildAnswer> =>
      until(how, async () => as<RebuildAnswer>(stack, 'system-administrator', `POST /api/v1/rebuild/${how}`, { reason: '试行' }), Boolean);
    /** Live readings that are not what the ledger gives, at one moment of those that fly by. */
    const wrongReadings = async (): Promise<number> => {
      const [live] = await slotsThatAre(database, ['live']);
      const [other] = await slotsThatAre(database, ['ready', 'standby']);
      if (!live || !other) throw new Error('two slots are there');
      const { rows, differences } = await database.readMoment(async (moment) => compareSlots(moment, live, other));
      expect(rows).toBeGreaterThan(0);
      return differences.slot;
    };

    beforeAll(async () => {
      stack = await startStack(kind);
      database = await Database.connect(stack.databaseUrl, 3);
      policy = (await approvedPolicy(database, HARDER)).hash;
      await readManyPeopleIn(stack);
      stream = new SteadyStream(stack, await admitMany(stack), A_SECOND);
      await more();
    }, 300_000);

    afterAll(async () => {
      await stream?.stop().catch(() => undefined);
      await database?.close();
      await stack?.stop();
    }, 120_000);

    it('fills the other slot and is certified, though facts keep coming', async () => {
      await as(stack, 'handling-office-head', 'POST /api/v1/rebuild', { policy });
      await until('the slot', status, ({ other }) => other.state === 'ready', PATIENCE_MS);
      const { valid, findings } = await certified();
      expect([valid, findings.faults, findings.digest === findings.recomputed]).toEqual([true, [], true]);
      expect(findings.differences.policy).toBeGreaterThan(0);
    }, 400_000);

    it('is switched to and taken back, and at every moment the live readings are those of the ledger', async () => {
      expect((await turned('switch')).live.policy?.hash).toBe(policy);
      await more();
      expect(await wrongReadings()).toBe(0);
      expect((await turned('back')).live.policy?.name).toBe(SHIPPED_POLICY.name);
      await more();
      expect(await wrongReadings()).toBe(0);
      const { valid, findings } = await certified();
      expect([valid, findings.faults]).toEqual([true, []]);
    }, 400_000);

    it('loses no event, and tells each alert and each candidate once, when its cause came and under the policy of then', async () => {
      const sent = await stream.stop();
      const { candidates, alertIds } = await outcomeOf(stack, entriesExpected(sent));
      expect(await wrongReadings()).toBe(0);
      const proposed = candidates.map(({ subject, cause }) => `${subject} ${cause}`);
      expect(new Set(proposed).size).toBe(proposed.length);
      expect([...new Set(alertIds.sent)]).toEqual(alertIds.kept);

      const records = await recordsOn(stack.logUrl, RISK_EVENTS);
      const ids = records.map(({ headers }) => headers['ce_id']);
      expect(new Set(ids).size).toBe(ids.length);
      const told = records
        .filter(({ headers }) => [LEVEL_RAISED, GATE_PASSED].includes(headers['ce_type'] ?? ''))
        .map(({ value }) => JSON.parse(value.toString()) as Announced);
      expect(new Set(told.map((each) => each.policy))).toEqual(new Set([SHIPPED_POLICY.name, HARDER.name]));
      expect(await untimely(told)).toEqual([]);
    }, 400_000);

    /** Announcements under another policy than the one that was live when the log gave their cause. */
    async function untimely(told: readonly Announced[]): Promise<readonly Announced[]> {
      const places = await database.query<{ subject: string; cause: string; at: number }>(
        'SELECT subject, event_id AS cause, min(log_offset)::int AS at FROM projector.ledger GROUP BY subject, event_id',
      );
      const at = new Map(places.map((one) => [`${one.subject} ${one.cause}`, one.at]));
      const [from, to] = await database.query<{ offsets: Record<string, number> }>('SELECT offsets FROM projector.slot_switch ORDER BY at');
      const log = await connectLog(stack.logUrl);
      const parts = (await log.bounds(RISK_EVENTS)).length;
      await log.close();
      return told.filter(({ subject, cause, policy: under }) => {
        const part = partitionOf(subject, parts);
        const place = at.get(`${subject} ${cause}`) ?? Infinity;
        const wasSwitched = place >= (from?.offsets[part] ?? Infinity) && place < (to?.offsets[part] ?? Infinity);
        return under !== (wasSwitched ? HARDER.name : SHIPPED_POLICY.name);
      });
    }
  });
});
