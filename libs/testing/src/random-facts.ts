import { type RiskFact, riskFactType } from '#contracts/risk/risk-facts';
import { dateOf } from '#domain/calendar/day';
import { toRecord } from '#messaging/codec';
import type { NewRecord } from '#messaging/event-log';
import { uuidOf } from '#platform/event-id';
import { aSignalFact } from '#testing/risk-facts';

/** Mulberry32: the same seed draws the same numbers. */
function drawsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const KINDS = [
  { code: 'public-accusation-anonymous', channel: 'public', group: 'public', reporterKind: 'anonymous', status: 'unverified' },
  { code: 'org-audit-exit-finding', channel: 'organization', group: 'A-AUD', reporterKind: 'agency-finding', status: 'verified' },
  { code: 'superior-work-supervision-notice', channel: 'superior', group: 'A-SUP', reporterKind: 'agency-finding', status: 'plausible' },
  { code: 'self-personal-matters-late', channel: 'self', group: 'A-ORG', reporterKind: 'agency-report', status: 'verified' },
] as const;
const STATUSES = ['plausible', 'verified', 'refuted', 'unverified'] as const;
const FIRST_DAY = 8_000;
const UNITS_FROM = 8;
const MOVE_EVERY = 37;

interface Drawing {
  readonly draw: () => number;
  readonly seed: number;
  readonly at: number;
  /** The last events of the subject. */
  readonly known: readonly string[];
  /** The last signal that it was given, and what was taken from it as told of the wrong subject. */
  readonly given: SignalFact | undefined;
  readonly moved: SignalFact | undefined;
}

type SignalFact = Extract<RiskFact, { kind: 'signal' }>;

const pick = <T>({ draw }: Drawing, of: readonly T[]): T => {
  const picked = of[Math.floor(draw() * of.length)];
  if (picked === undefined) throw new RangeError('nothing to draw from');
  return picked;
};

const idOf = (seed: number, at: number): string => uuidOf('random-fact', String(seed), String(at));

/** One of the subject's last events, or one that never comes. */
function someId({ draw, seed, at, known }: Drawing): string {
  return draw() < 0.9 ? (known.at(-1 - Math.floor(draw() * 6)) ?? idOf(seed, -at)) : idOf(seed, -at);
}

/** The last signal was of another subject; or what had been is given back. */
function aMove(
  { given, moved }: Drawing,
  { subject, releasedOn, eventId }: Pick<RiskFact, 'subject' | 'releasedOn' | 'eventId'>,
): RiskFact | undefined {
  const common = { subject, releasedOn };
  if (moved) {
    const assignment = moved.assignment + 2;
    return { ...moved, ...common, assignment, cause: uuidOf('given-again', moved.eventId, String(assignment)) };
  }
  return given && { kind: 'withdrawal', ...common, eventId, target: given.eventId, assignment: given.assignment };
}

function aFact(drawing: Drawing, subject: string): RiskFact {
  const { draw, at, seed } = drawing;
  const released = FIRST_DAY + Math.floor(at / 3);
  const common = { subject, releasedOn: dateOf(released) };
  const eventId = idOf(seed, at);
  const chance = draw();
  if (chance < 0.68) {
    const day = dateOf(released - Math.floor(draw() * 60));
    const corrects = draw() < 0.06 ? someId(drawing) : undefined;
    const matter = `M-${Math.floor(draw() * 3)}`;
    const told = { subject, eventId, matter, severity: 1 + Math.floor(draw() * 5), day, receivedOn: day, releasedOn: common.releasedOn };
    return aSignalFact({ id: '', ...pick(drawing, KINDS), ...told, ...(corrects ? { corrects } : {}) });
  }
  if (chance < 0.8) {
    const decidedOn = dateOf(released - Math.floor(draw() * 20));
    return { kind: 'change', ...common, eventId, target: someId(drawing), status: pick(drawing, STATUSES), decidedOn, authority: 'county' };
  }
  if (chance < 0.86) return { kind: 'withdrawal', ...common, eventId, target: someId(drawing) };
  if (chance < 0.9) {
    const factor = Math.floor(draw() * 100);
    return { kind: 'mitigation', ...common, eventId, assignment: 1, code: 'self-gift-handover', targets: [someId(drawing)], factor };
  }
  if (chance < 0.93) return { kind: 'link', ...common, eventId, matters: ['M-0', 'M-2'] };
  if (chance < 0.96) return { kind: 'campaign', ...common, eventId, members: [someId(drawing), someId(drawing)], texts: 1, accounts: 2 };
  return { kind: 'post-held', ...common, eventId, post: `P-${Math.floor(draw() * 4)}`, factors: ['money'], from: dateOf(released - 5) };
}

function placesAfter(fact: RiskFact, { given, moved }: Pick<Drawing, 'given' | 'moved'>): Pick<Drawing, 'given' | 'moved'> {
  if (fact.kind === 'signal') return { given: fact, moved: fact.eventId === moved?.eventId ? undefined : moved };
  const isMove = fact.kind === 'withdrawal' && fact.assignment !== undefined;
  return isMove ? { given: undefined, moved: given } : { given, moved };
}

/** A fact as the resolver would have written it. */
export const factRecord = (fact: RiskFact): NewRecord =>
  toRecord(fact.subject, { id: fact.eventId, type: riskFactType(fact.kind), source: '/liuqu/signal-resolver', data: fact });

/**
 * A log of all kinds of facts about cadres and units, with what a real log has besides: the same event twice, events that nobody can
 * decode, and few of a code that no policy knows, after which their subject waits.
 */
export function randomFacts(seed: number, count: number, subjects: number): readonly NewRecord[] {
  const draw = drawsOf(seed);
  const records: NewRecord[] = [];
  const bySubject = new Map<string, Pick<Drawing, 'known' | 'given' | 'moved'>>();
  for (let at = 0; at < count; at += 1) {
    const place = Math.floor(draw() * subjects);
    const subject = place % UNITS_FROM === 0 ? `unit:U-${place}` : `cadre:${place}`;
    const before = bySubject.get(subject) ?? { known: [], given: undefined, moved: undefined };
    const drawing = { draw, seed, at, ...before };
    const drawn = aFact(drawing, subject);
    const fact = (at % MOVE_EVERY === 0 ? aMove(drawing, drawn) : undefined) ?? drawn;
    bySubject.set(subject, { known: [...before.known, fact.eventId].slice(-8), ...placesAfter(fact, before) });
    const record = factRecord(fact);
    const chance = draw();
    if (chance < 0.005) records.push({ ...record, value: Buffer.from('{') });
    if (chance > 0.999) records.push(factRecord(aSignalFact({ id: `${seed} ${at}`, subject, code: 'code-of-tomorrow' })));
    records.push(record);
    if (chance > 0.97) records.push(records[Math.floor(draw() * records.length)] ?? record);
  }
  return records;
}
