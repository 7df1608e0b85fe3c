import { randomBytes } from 'node:crypto';
import { GATE_CORRECTED, gateCorrected, LEVEL_CORRECTED, levelCorrected } from '#contracts/risk/risk-corrections';
import { GATE_PASSED, LEVEL_RAISED, levelRaised, LEVELS } from '#contracts/risk/risk-events';
import type { RiskFact } from '#contracts/risk/risk-facts';
import { RISK_EVENTS } from '#contracts/topics';
import { dateOf } from '#domain/calendar/day';
import { knownHistory } from '#domain/risk/known-history';
import { foldSubject } from '#domain/risk/fold';
import { SHIPPED_POLICY } from '#domain/risk/policies';
import type { Policy } from '#domain/risk/policy';
import { packState } from '#domain/risk/subject-state';
import { namedJson } from '#platform/json/named-json';
import { Database } from '#persistence/database';
import { OffsetMoved } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';
import { aBatchOf, aSignalFact } from '#testing/risk-facts';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { liveSlot } from '../reading-slots/reading-slot';
import { readLedgers } from './ledger-rows';
import { projectBatch } from './project-batch';

const CADRE = 'cadre:0001';
const idOf = (name: string): string => uuidOf('test', name);

const aWithdrawal = (target: string, subject = CADRE): RiskFact => ({
  kind: 'withdrawal',
  subject,
  eventId: idOf(`withdrawal of ${target}`),
  target: idOf(target),
  releasedOn: '2026-10-05',
});
const aVerdict = (target: string, status: 'refuted' | 'verified', day: string): RiskFact => ({
  kind: 'change',
  subject: CADRE,
  eventId: idOf(`${status} ${target} ${day}`),
  target: idOf(target),
  status,
  decidedOn: day,
  authority: 'county',
  releasedOn: day,
});

describeWith(['postgres'], 'what is taken back', () => {
  const sealer = new Sealer(randomBytes(32));
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;
  let offset = 0;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 3);
    await database.migrate();
    offset = 0;
  });
  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  const take = async (...facts: RiskFact[]): Promise<void> => {
    const batch = aBatchOf(facts, offset);
    await database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), sealer));
    offset += facts.length;
  };
  /** The readings of today made by another policy, as after a rebuild. */
  const readUnder = async (policy: Policy): Promise<void> => {
    const { hash, document } = namedJson(policy);
    await database.query(
      `INSERT INTO projector.policy (id, kind, state, version, name, hash, document) VALUES (gen_random_uuid(), 'odds', 'approved', 1, $1, $2, $3)`,
      [policy.name, hash, document],
    );
    const ledger = await database.transaction(async (tx) => readLedgers(tx, [CADRE], offset, policy));
    const state = packState(foldSubject((ledger.get(CADRE) ?? []).flat(), policy));
    await database.query('UPDATE projector.reading SET state = $1 WHERE subject = $2', [state, CADRE]);
    await database.query(`UPDATE projector.slot SET policy = $1 WHERE state = 'live'`, [hash]);
  };
  const announced = async (): Promise<{ type: string; event_id: string; key: string; data: string }[]> =>
    database.query('SELECT type, event_id, key, data FROM log.outbox WHERE topic = $1 ORDER BY id', [RISK_EVENTS]);
  const corrections = async () =>
    (await announced()).filter(({ type }) => type === LEVEL_CORRECTED).map(({ data }) => levelCorrected.parse(JSON.parse(data)));
  const gateCorrections = async () =>
    (await announced()).filter(({ type }) => type === GATE_CORRECTED).map(({ data }) => gateCorrected.parse(JSON.parse(data)));

  it('corrects the alert that it had raised, by the id of that alert, and the passed gate', async () => {
    await take(aSignalFact({ id: '1' }), aWithdrawal('1'));
    const [raised, passed, corrected, gate, ...others] = await announced();
    expect([raised?.type, passed?.type, others]).toEqual([LEVEL_RAISED, GATE_PASSED, []]);
    const said = levelRaised.parse(JSON.parse(raised?.data ?? ''));
    expect(levelCorrected.parse(JSON.parse(corrected?.data ?? ''))).toEqual({
      subject: CADRE,
      corrects: raised?.event_id,
      cause: idOf('1'),
      correctedBy: idOf('withdrawal of 1'),
      ground: 'withdrawn',
      day: '2026-10-05',
      said: { from: said.from, to: said.to, day: said.day, e: said.e, p: said.p },
      now: null,
      later: null,
      raises: false,
      policy: SHIPPED_POLICY.name,
    });
    expect(gateCorrected.parse(JSON.parse(gate?.data ?? ''))).toMatchObject({
      correctedBy: idOf('withdrawal of 1'),
      ground: 'withdrawn',
      level: 'none',
      e: 0,
      holds: false,
      fallen: [idOf('1')],
      lowered: [{ eventId: idOf('1'), statusWas: 'verified', statusIs: 'withdrawn', leftPercent: 0 }],
    });
  });

  it('corrects once, however often it is delivered', async () => {
    await take(aSignalFact({ id: '1' }));
    await take(aWithdrawal('1'));
    const before = await announced();
    await take(aWithdrawal('1'));
    offset -= 1;
    await expect(take(aWithdrawal('1'))).rejects.toThrow(OffsetMoved);
    expect(await announced()).toEqual(before);
    expect(new Set(before.map(({ event_id }) => event_id)).size).toBe(before.length);
  });

  it('is told of a unit as of a cadre, but for the gate', async () => {
    const unit = 'unit:0001';
    await take(aSignalFact({ id: '1', subject: unit }), aWithdrawal('1', unit));
    expect((await announced()).map(({ type, key }) => [type, key])).toEqual([
      [LEVEL_RAISED, unit],
      [LEVEL_CORRECTED, unit],
    ]);
  });

  it('and reinstated raises the level anew by the reinstatement, whose alert is corrected in its turn', async () => {
    await take(aSignalFact({ id: '1' }), aVerdict('1', 'refuted', '2026-10-05'), aVerdict('1', 'verified', '2026-10-09'));
    await take(aVerdict('1', 'refuted', '2026-10-20'));
    const reinstated = idOf('verified 1 2026-10-09');
    const raised = (await announced()).filter(({ type }) => type === LEVEL_RAISED);
    expect(raised.map(({ data }) => levelRaised.parse(JSON.parse(data)).cause)).toEqual([idOf('1'), reinstated]);
    expect((await corrections()).map(({ cause, ground, now }) => [cause, ground, now])).toEqual([
      [idOf('1'), 'refuted', null],
      [reinstated, 'refuted', null],
    ]);
  });

  it('and itself taken back restores the first alert by a correction that alarms, and the gate is passed anew', async () => {
    const refuted = aVerdict('1', 'refuted', '2026-10-05');
    await take(aSignalFact({ id: '1' }), refuted);
    await take({ kind: 'withdrawal', subject: CADRE, eventId: idOf('back'), target: refuted.eventId, releasedOn: '2026-10-09' });
    expect((await announced()).map(({ type }) => type)).toEqual([
      LEVEL_RAISED,
      GATE_PASSED,
      LEVEL_CORRECTED,
      GATE_CORRECTED,
      LEVEL_CORRECTED,
      GATE_PASSED,
    ]);
    const [, restored] = await corrections();
    expect(restored).toMatchObject({ cause: idOf('1'), ground: 'decision-withdrawn', said: null, now: { to: 'inquiry' }, raises: true });
  });

  it('tells the workflow of each reason that counts for less, also while the gate stays open', async () => {
    const second = aSignalFact({ id: '2', matter: 'A-AUD/M-2', severity: 5 });
    await take(aSignalFact({ id: '1' }), second, aVerdict('1', 'refuted', '2026-10-05'));
    const [gate] = await gateCorrections();
    expect(gate).toMatchObject({ holds: true, fallen: [idOf('1')], lowered: [{ eventId: idOf('1'), statusIs: 'refuted' }] });
    await take(aWithdrawal('2'));
    const [, closed] = await gateCorrections();
    expect(closed?.holds).toBe(false);
    expect(new Set(closed?.fallen)).toEqual(new Set([idOf('2'), idOf('refuted 1 2026-10-05')]));
    const third = aSignalFact({ id: '3', subject: CADRE, severity: 3, releasedOn: '2026-10-06' });
    await take(third, { ...aWithdrawal('3'), releasedOn: '2026-10-07' });
    expect((await gateCorrections())[2]).toMatchObject({ holds: false, fallen: [], lowered: [{ eventId: idOf('3') }] });
  });

  it('says nothing to the workflow of a cadre whose gate was never passed', async () => {
    await take(aSignalFact({ id: '1', severity: 2 }), aWithdrawal('1'));
    expect((await announced()).map(({ type }) => type)).toEqual([]);
  });

  it('corrects what an earlier policy told by that policy, and tells nothing that a change of policy brought', async () => {
    await take(aSignalFact({ id: '1' }), aSignalFact({ id: '2', severity: 2, matter: 'A-AUD/M-2' }));
    expect((await announced()).map(({ type }) => type)).toEqual([LEVEL_RAISED, GATE_PASSED, GATE_PASSED]);
    const weights = { ...SHIPPED_POLICY.weights, 'org-audit-exit-finding': { 1: 5, 2: 60, 3: 35, 4: 5, 5: 80 } };
    await readUnder({ ...SHIPPED_POLICY, name: 'turned', weights });
    const [, , , ...nothing] = await announced();
    expect(nothing).toEqual([]);
    await take(aWithdrawal('1'));
    expect((await corrections()).map(({ cause, now }) => [cause, now])).toEqual([[idOf('1'), null]]);
    expect((await gateCorrections()).map(({ fallen }) => fallen)).toEqual([[idOf('1'), idOf('2')]]);
    await take(aWithdrawal('2'));
    expect(await corrections()).toHaveLength(1);
  });

  it('leaves, for any cut into batches, alerts and corrections that are together the history known now', async () => {
    const facts = Array.from({ length: 30 }, (_, at): RiskFact[] => {
      const day = `2026-0${1 + Math.floor(at / 10)}-1${at % 10}`;
      const signal = aSignalFact({ id: `${at}`, severity: 2 + (at % 4), matter: `M-${at % 3}`, day, releasedOn: day });
      if (at % 3 === 2) return [signal, { ...aWithdrawal(`${at - 1}`), releasedOn: day }];
      return at % 5 === 4 ? [signal, aVerdict(`${at - 2}`, 'refuted', day)] : [signal];
    }).flat();
    for (let at = 0; at < facts.length; at += 7) await take(...facts.slice(at, at + 7));
    const alerts = new Map<string, unknown>();
    for (const { type, data } of await announced()) {
      if (type === LEVEL_RAISED) {
        const { cause, from, to, day, e, p } = levelRaised.parse(JSON.parse(data));
        alerts.set(cause, { from, to, day, e, p });
      } else if (type === LEVEL_CORRECTED) {
        const { cause, said, now } = levelCorrected.parse(JSON.parse(data));
        expect(alerts.get(cause) ?? null).toEqual(said);
        if (now === null) alerts.delete(cause);
        else alerts.set(cause, now);
      }
    }
    const ledger = await database.transaction(async (tx) => readLedgers(tx, [CADRE], offset, SHIPPED_POLICY));
    const { edges } = knownHistory(ledger.get(CADRE) ?? [], SHIPPED_POLICY);
    expect((await corrections()).length).toBeGreaterThan(5);
    expect(edges.length).toBeGreaterThan(1);
    expect(alerts).toEqual(
      new Map(edges.map(({ cause, from, to, day, E, P }) => [cause, { from: LEVELS[from], to: LEVELS[to], day: dateOf(day), e: E, p: P }])),
    );
  });
});
