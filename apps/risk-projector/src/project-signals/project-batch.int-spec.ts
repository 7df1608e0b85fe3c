import { randomBytes } from 'node:crypto';
import { GATE_PASSED, gatePassed, LEVEL_RAISED, levelRaised } from '#contracts/risk/risk-events';
import { GATE_CORRECTED, LEVEL_CORRECTED, levelCorrected } from '#contracts/risk/risk-corrections';
import type { RiskFact } from '#contracts/risk/risk-facts';
import { RISK_EVENTS } from '#contracts/topics';
import type { RecordBatch } from '#messaging/event-log';
import { Database } from '#persistence/database';
import { OffsetMoved } from '#persistence/transaction';
import { uuidOf } from '#platform/event-id';
import { aBatchOf, aSignalFact } from '#testing/risk-facts';
import { describeWith, freshDatabase } from '#testing/services/local-services';
import { Sealer } from '#vault/sealer';
import { liveSlot } from '../reading-slots/reading-slot';
import { projectBatch } from './project-batch';

interface Reading {
  readonly subject: string;
  readonly state: string;
  readonly e_milli: number;
  readonly p_milli: number;
  readonly level: number;
  readonly blocked_by: string | null;
}

describeWith(['postgres'], 'the projector takes a batch', () => {
  const sealer = new Sealer(randomBytes(32));
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: Database;

  beforeEach(async () => {
    fresh = await freshDatabase();
    database = await Database.connect(fresh.url, 3);
    await database.migrate();
  });

  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  const take = async (batch: RecordBatch): Promise<void> =>
    database.consume(batch, async (tx) => projectBatch(tx, batch, await liveSlot(tx), sealer));

  const readings = async (): Promise<Reading[]> => database.query<Reading>('SELECT * FROM projector.reading ORDER BY subject');
  const announced = async (): Promise<{ type: string; data: string }[]> =>
    database.query('SELECT type, data FROM log.outbox WHERE topic = $1 ORDER BY id', [RISK_EVENTS]);

  it('and commits ledger, reading, level edge and passed gate together', async () => {
    await take(aBatchOf([aSignalFact({ id: '1' })]));
    const [reading] = await readings();
    expect([reading?.e_milli, reading?.level]).toEqual([59_954, 3]);
    const events = await announced();
    expect(events.map((event) => event.type)).toEqual([LEVEL_RAISED, GATE_PASSED]);
    const raised = levelRaised.parse(JSON.parse(events[0]?.data ?? ''));
    expect([raised.from, raised.to, raised.day]).toEqual(['none', 'inquiry', '2026-10-02']);
    const passed = gatePassed.parse(JSON.parse(events[1]?.data ?? ''));
    expect(passed.heldBefore).toBe(false);
    expect(passed.reasons.map((reason) => [reason.code, reason.part])).toEqual([['org-audit-exit-finding', 59_954]]);
    expect(passed.recommended.disposition).toBe('suspended');
  });

  it('twice, and the second time changes nothing', async () => {
    const batch = aBatchOf([aSignalFact({ id: '1' })]);
    await take(batch);
    await expect(take(batch)).rejects.toThrow(OffsetMoved);
    expect(await announced()).toHaveLength(2);
  });

  it('in which an event stands that came before under another offset, and counts it once', async () => {
    await take(aBatchOf([aSignalFact({ id: '1' }), aSignalFact({ id: '1' })]));
    const [before] = await readings();
    await take(aBatchOf([aSignalFact({ id: '1' })], 2));
    expect((await readings())[0]).toEqual(before);
  });

  it('that takes a signal back, and it is as if it had never come', async () => {
    const kept = aSignalFact({ id: 'kept', severity: 2, matter: 'A-AUD/M-2' });
    const taken: RiskFact = {
      kind: 'withdrawal',
      subject: kept.subject,
      eventId: uuidOf('test', 'taken'),
      target: uuidOf('test', '1'),
      releasedOn: '2026-10-02',
    };
    await take(aBatchOf([kept, aSignalFact({ id: '1' }), taken]));
    const [after] = await readings();
    await take({ ...aBatchOf([{ ...kept, subject: 'cadre:0002' }]), partition: 1 });
    const [, never] = await readings();
    expect(after?.state).toBe(never?.state);
    expect([after?.e_milli, after?.level]).toEqual([never?.e_milli, never?.level]);
  });

  it('with a correction, and never shows both or neither', async () => {
    await take(aBatchOf([aSignalFact({ id: '1' })]));
    await take(aBatchOf([aSignalFact({ id: '2', severity: 2, corrects: uuidOf('test', '1') })], 1));
    const [reading] = await readings();
    expect([reading?.e_milli, reading?.level]).toEqual([14_975, 0]);
    const [, , ...news] = await announced();
    expect(news.map(({ type }) => type)).toEqual([LEVEL_CORRECTED, GATE_CORRECTED]);
  });

  it('with a correction of the same content, and alerts nobody anew', async () => {
    await take(aBatchOf([aSignalFact({ id: '1' })]));
    await take(aBatchOf([aSignalFact({ id: '2', corrects: uuidOf('test', '1') })], 1));
    const [, , ...news] = await announced();
    expect(news.map(({ type }) => type)).toEqual([LEVEL_CORRECTED, LEVEL_CORRECTED, GATE_CORRECTED, GATE_PASSED]);
    const passed = gatePassed.parse(JSON.parse(news[3]?.data ?? ''));
    expect(passed).toMatchObject({ cause: uuidOf('test', '2'), causeMatter: 'A-AUD/M-1', heldBefore: true, causeRaisesStatus: false });
  });

  it('with a weightier correction, corrects the first alert and raises from where the subject stood without it', async () => {
    await take(aBatchOf([aSignalFact({ id: '1', severity: 3 })]));
    await take(aBatchOf([aSignalFact({ id: '2', corrects: uuidOf('test', '1') })], 1));
    const events = await announced();
    expect(events.map(({ type }) => type)).toEqual([LEVEL_RAISED, LEVEL_CORRECTED, LEVEL_RAISED, GATE_PASSED]);
    const raised = [events[0], events[2]].map((event) => levelRaised.parse(JSON.parse(event?.data ?? '')));
    expect(raised.map(({ from, to }) => [from, to])).toEqual([
      ['none', 'watch'],
      ['none', 'inquiry'],
    ]);
    expect(raised[1]?.cause).toBe(uuidOf('test', '2'));
    expect(levelCorrected.parse(JSON.parse(events[1]?.data ?? ''))).toMatchObject({
      cause: uuidOf('test', '1'),
      ground: 'corrected',
      now: null,
      later: { cause: uuidOf('test', '2') },
    });
    expect(gatePassed.parse(JSON.parse(events[3]?.data ?? '')).heldBefore).toBe(false);
  });

  it('with a correction that cannot be folded, and keeps what it corrects in the reading', async () => {
    await take(aBatchOf([aSignalFact({ id: '1' })]));
    const [before] = await readings();
    const ahead = aSignalFact({ id: '2', corrects: uuidOf('test', '1'), day: '2026-12-01' });
    await take(aBatchOf([ahead], 1));
    const [after] = await readings();
    expect([after?.state, after?.blocked_by]).toEqual([before?.state, ahead.eventId]);
  });

  it('with a decision that changes nothing, and does not call it a raised status', async () => {
    const verdict = (id: string, status: 'plausible' | 'verified', decidedOn: string): RiskFact => ({
      kind: 'change',
      subject: 'cadre:0001',
      eventId: uuidOf('test', id),
      target: uuidOf('test', '1'),
      status,
      decidedOn,
      authority: 'county',
      releasedOn: '2026-10-02',
    });
    const plausible = aSignalFact({ id: '1', severity: 5, status: 'plausible' });
    await take(aBatchOf([plausible, verdict('again', 'plausible', '2026-10-01'), verdict('raised', 'verified', '2026-10-02')]));
    const passed = (await announced())
      .filter(({ type }) => type === GATE_PASSED)
      .map(({ data }) => gatePassed.parse(JSON.parse(data)))
      .map(({ cause, causeRaisesStatus }) => [cause, causeRaisesStatus]);
    expect(passed).toEqual([
      [plausible.eventId, false],
      [uuidOf('test', 'again'), false],
      [uuidOf('test', 'raised'), true],
    ]);
  });

  it('with a message that cannot be read: it is parked, sealed, and the rest flows', async () => {
    const batch = aBatchOf([aSignalFact({ id: '1' }), aSignalFact({ id: '2', matter: 'A-AUD/M-2' })]);
    const broken = {
      ...batch,
      records: batch.records.map((record, at) => (at === 0 ? { ...record, value: Buffer.from('{姓名') } : record)),
    };
    await take(broken);
    expect(await readings()).toHaveLength(1);
    const [parked] = await database.query<{ reason: string; log_offset: string; sealed: Buffer }>('SELECT * FROM log.parked');
    expect([parked?.reason, Number(parked?.log_offset)]).toEqual(['the value is not JSON', 0]);
    expect(parked?.sealed.includes(Buffer.from('姓名'))).toBe(false);
    expect(sealer.open(parked?.sealed ?? Buffer.alloc(0), `parked/${batch.topic}/0/0`).toString()).toBe('{姓名');
  });

  it('with a code that the policy cannot read: its subject waits with all that follows, others go on', async () => {
    const unreadable = aSignalFact({ id: '1', code: 'org-unknown-to-the-policy' });
    const other = aSignalFact({ id: '3', subject: 'cadre:0002' });
    await take(aBatchOf([unreadable, aSignalFact({ id: '2' }), other]));
    const [blocked, free] = await readings();
    expect([blocked?.blocked_by, blocked?.e_milli]).toEqual([unreadable.eventId, 0]);
    expect([free?.blocked_by, free?.level]).toEqual([null, 3]);
    const states = await database.query<{ state: string }>('SELECT state FROM projector.ledger ORDER BY log_offset');
    expect(states.map(({ state }) => state)).toEqual(['parked', 'parked', 'folded']);
  });

  it('and ends in the same bytes for any cut into batches', async () => {
    const facts = Array.from({ length: 40 }, (_, at) =>
      aSignalFact({
        id: String(at),
        subject: `cadre:${at % 3}`,
        severity: 2 + (at % 4),
        matter: `A-AUD/M-${at % 5}`,
        status: at % 2 === 0 ? 'verified' : 'unverified',
        day: `2026-0${1 + (at % 9)}-15`,
      }),
    );
    for (let at = 0; at < facts.length; at += 7) await take(aBatchOf(facts.slice(at, at + 7), at));
    const cut = await readings();
    await database.query('TRUNCATE projector.ledger, projector.reading, log.consumer_offset');
    await take(aBatchOf(facts));
    expect(await readings()).toEqual(cut);
  });
});
