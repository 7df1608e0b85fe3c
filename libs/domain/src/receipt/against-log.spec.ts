import { logAlterations, type LoggedFact } from '#domain/receipt/against-log';
import { dateOf } from '#domain/calendar/day';
import { aReceipt, sha256 } from '#testing/receipts';
import { aChange, aFinding, aPostHeld, aWithdrawal } from '#testing/ledger';

const day = 9_500;
const ofFinding = { id: 'finding', code: 'org-audit-exit-finding', reporterKind: 'agency-finding', anonymous: false };
const LEDGER = [
  aPostHeld({ id: 'post', from: day - 400 }),
  aFinding({ ...ofFinding, day, releasedOn: day }),
  aChange({ id: 'change', target: 'finding', status: 'verified', authority: 'county', releasedOn: day + 20 }),
  aWithdrawal('finding', day + 30),
];
const about = { subject: 'cadre:a' } as const;
const dates = { day: dateOf(day), receivedOn: dateOf(day), releasedOn: dateOf(day) };
const { channel, group, matter, severity, status } = aFinding();
const FACTS: readonly LoggedFact[] = [
  {
    ...about,
    kind: 'post-held',
    eventId: 'post',
    post: 'post',
    factors: ['money'],
    from: dateOf(day - 400),
    releasedOn: dateOf(day - 400),
  },
  {
    ...about,
    ...dates,
    kind: 'signal',
    eventId: 'finding',
    assignment: 1,
    code: ofFinding.code,
    reporterKind: ofFinding.reporterKind,
    channel,
    group,
    matter,
    severity,
    status,
    clue: { sevenElements: 5 },
    fields: { late: true },
  },
  {
    ...about,
    kind: 'change',
    eventId: 'change',
    target: 'finding',
    status: 'verified',
    authority: 'county',
    decidedOn: dateOf(day + 20),
    releasedOn: dateOf(day + 20),
  },
  { ...about, kind: 'withdrawal', eventId: 'withdrawal of finding', target: 'finding', releasedOn: dateOf(day + 30) },
].map((data, offset) => ({ offset, data }));
const RECEIPT = aReceipt(LEDGER);

const found = (
  receipt = RECEIPT,
  facts = FACTS,
  at = { topic: 'risk.signals.v1', partition: 3 },
): readonly (number | string | undefined)[] =>
  logAlterations(receipt, { ...at, facts }, { hash: sha256, halfLifeOf: () => 365 }).map(
    ({ line, is }) => line?.place ?? `left out ${String(is)}`,
  );

describe('a receipt against the event log', () => {
  it('is what the log says, whatever the log says besides', () => {
    expect(found()).toEqual([]);
  });

  it('is not where the log has another entry, none, another place, or a type of another half-life', () => {
    const other = FACTS.map(({ offset, data }) => ({ offset, data: offset === 1 ? { ...(data as object), severity: 5 } : data }));
    expect(found(RECEIPT, other)).toEqual([2]);
    expect(found(RECEIPT, FACTS.slice(0, 3))).toEqual([4]);
    expect(found(RECEIPT, FACTS, { topic: 'risk.signals.v1', partition: 4 })).toEqual([1, 2, 3, 4]);
    const slower = logAlterations(
      RECEIPT,
      { topic: 'risk.signals.v1', partition: 3, facts: FACTS },
      { hash: sha256, halfLifeOf: () => 90 },
    );
    expect(slower.map(({ line }) => line?.place)).toEqual([2]);
  });

  it('leaves nothing out but what may have come after it, or waits', () => {
    const without = (place: number) => aReceipt(LEDGER).lines.toSpliced(place, 1);
    expect(found({ ...RECEIPT, lines: without(2) })).toEqual(['left out 2']);
    expect(found({ ...RECEIPT, lines: without(3) })).toEqual([]);
    const later = { ...RECEIPT, head: { ...RECEIPT.head, knownOn: dateOf(day + 31) } };
    expect(found({ ...later, lines: without(3) })).toEqual(['left out 3']);
    expect(found({ ...later, head: { ...later.head, incomplete: true }, lines: without(3) })).toEqual([]);
  });

  it('has both entries of a correction at the place of its fact', () => {
    const [post, finding] = LEDGER;
    const corrected = [{ ...aWithdrawal('first', day), id: 'made of the correction' }, finding].flatMap((entry) => entry ?? []);
    const receipt = aReceipt([post, ...corrected].flatMap((entry) => entry ?? []));
    const lines = receipt.lines.map((line) => (line.line === 3 ? { ...line, log: { ...line.log, offset: 1, place: 1 } } : line));
    const facts = FACTS.slice(0, 2).map(({ offset, data }) => ({
      offset,
      data: offset === 1 ? { ...(data as object), corrects: 'first' } : data,
    }));
    expect(found({ ...receipt, lines }, facts)).toEqual([]);
    expect(found({ ...receipt, lines }, FACTS.slice(0, 2))).toEqual([2]);
  });
});
