import { dateOf } from '#domain/calendar/day';
import { independenceGroup } from '#domain/risk/independence-group';
import type { LedgerEntry, SignalEntry } from '#domain/risk/ledger-entry';
import { CHANNELS, GRADES, HALF_LIVES, POST_FACTORS, STATUSES } from '#domain/risk/policy';
import fc from 'fast-check';

/** Days between entries up to two months, so that dwells end and levels fall inside a log. */
const MOST_DAYS_BETWEEN = 60;

type Unplaced = Omit<SignalEntry, 'id' | 'day' | 'releasedOn'> & { readonly late: number; readonly inEffect?: number | undefined };

/** A signal that does not yet know its place in a log; `late` days lie between what happened and its release, and a measure is `inEffect` for some days. */
export const anUnplacedSignal: fc.Arbitrary<Unplaced> = fc
  .record({
    kind: fc.constant('signal' as const),
    channel: fc.constantFrom(...CHANNELS),
    agency: fc.constantFrom('audit', 'hotline'),
    derivedFrom: fc.option(fc.constantFrom('audit', 'public', 'media'), { nil: undefined, freq: 4 }),
    matter: fc.constantFrom('A', 'B', 'C'),
    s: fc.constantFrom(0, 5, 15, 35, 60, 80, 80, 95),
    severity: fc.integer({ min: 0, max: 5 }),
    grade: fc.constantFrom('A' as const, ...GRADES),
    status: fc.constantFrom('verified' as const, 'plausible' as const, ...STATUSES),
    halfLife: fc.constantFrom(...HALF_LIVES),
    anonymous: fc.boolean(),
    mitigation: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 100 }) }),
    late: fc.integer({ min: 0, max: 90 }),
    inEffect: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }) }),
  })
  .map(({ agency, derivedFrom, ...signal }) => ({ ...signal, group: independenceGroup(signal.channel, agency, derivedFrom) }));

export const aStep = fc.record({
  wait: fc.integer({ min: 0, max: MOST_DAYS_BETWEEN }),
  target: fc.nat({ max: 9 }),
  nth: fc.nat({ max: 3 }),
});

/** Entries that do not yet know their place. */
export const ACTIONS = {
  signal: anUnplacedSignal,
  change: fc.record({
    kind: fc.constant('change' as const),
    status: fc.option(fc.constantFrom(...STATUSES), { nil: undefined }),
    grade: fc.option(fc.constantFrom(...GRADES), { nil: undefined }),
    early: fc.integer({ min: 0, max: 40 }),
    authorityRank: fc.integer({ min: 0, max: 2 }),
  }),
  withdrawal: fc.record({ kind: fc.constant('withdrawal' as const) }),
  mitigation: fc.record({ kind: fc.constant('mitigation' as const), factor: fc.integer({ min: 0, max: 100 }) }),
  link: fc.record({
    kind: fc.constant('link' as const),
    matters: fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D'), { minLength: 2, maxLength: 3 }),
  }),
  campaign: fc.record({ kind: fc.constant('campaign' as const) }),
  'post-held': fc.record({ kind: fc.constant('post-held' as const), factors: fc.uniqueArray(fc.constantFrom(...POST_FACTORS)) }),
  'post-left': fc.record({ kind: fc.constant('post-left' as const) }),
};

/** An entry that does not yet know its place. */
export const anAction = fc.oneof(
  { weight: 6, arbitrary: ACTIONS.signal },
  { weight: 2, arbitrary: ACTIONS.change },
  { weight: 1, arbitrary: ACTIONS.withdrawal },
  { weight: 1, arbitrary: ACTIONS.mitigation },
  { weight: 1, arbitrary: ACTIONS.link },
  { weight: 1, arbitrary: ACTIONS.campaign },
  { weight: 1, arbitrary: ACTIONS['post-held'] },
  { weight: 1, arbitrary: ACTIONS['post-left'] },
);

/**
 * A log of one subject with release days that never fall. Entries are e0, e1, …; changes, withdrawals, mitigations and
 * campaigns name any of the first ten, whether it is a signal, a decision, a post, one that comes later or one that never comes.
 */
export const aLedger: fc.Arbitrary<readonly LedgerEntry[]> = fc.array(fc.tuple(aStep, anAction), { maxLength: 18 }).map(logOf);

/** Gives each step its place. */
export function logOf(steps: readonly (readonly [Step, Action])[]): readonly LedgerEntry[] {
  let releasedOn = 100;
  return steps.map(([step, action], place) => {
    releasedOn += step.wait;
    return entryOf(action, { id: `e${place}`, releasedOn, target: `e${step.target}`, nth: step.nth });
  });
}

/** A log of signals only. */
export const aSignalLog: fc.Arbitrary<readonly SignalEntry[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: MOST_DAYS_BETWEEN }), anUnplacedSignal), { maxLength: 20 })
  .map((steps) => {
    let releasedOn = 100;
    return steps.map(([wait, signal], place) => {
      releasedOn += wait;
      return placed(signal, `e${place}`, releasedOn);
    });
  });

export function placed({ late, inEffect, ...signal }: Unplaced, id: string, releasedOn: number): SignalEntry {
  const day = releasedOn - late;
  return { ...signal, ...(inEffect !== undefined && measureOf(day, inEffect)), id, day, releasedOn };
}

/** Some say their last day, others leave it to the policy. */
function measureOf(day: number, inEffect: number): Pick<SignalEntry, 'code' | 'fields'> {
  if (inEffect % 3 > 0) return { code: 'superior-admonition', fields: { ground: 3, expiry: dateOf(day + inEffect) } };
  return { code: 'org-party-sanction', fields: { sanction: '警告', effectiveFrom: dateOf(day + (inEffect % 7) - 3) } };
}

interface Place {
  readonly id: string;
  readonly releasedOn: number;
  readonly target: string;
  readonly nth: number;
}

export type Step = typeof aStep extends fc.Arbitrary<infer T> ? T : never;
export type Action = typeof anAction extends fc.Arbitrary<infer T> ? T : never;

export function entryOf(action: Action, { id, releasedOn, target, nth }: Place): LedgerEntry {
  switch (action.kind) {
    case 'signal':
      return placed(action, id, releasedOn);
    case 'change': {
      const { early, ...change } = action;
      return { ...change, id, target, decidedOn: releasedOn - early, releasedOn };
    }
    case 'withdrawal':
      return { ...action, id, target, releasedOn };
    case 'mitigation':
      return { ...action, id, targets: [target, `e${nth}`], releasedOn };
    case 'link':
      return { ...action, id, releasedOn };
    case 'campaign':
      return { ...action, id, members: [target, `e${nth}`, `e${nth + 1}`], releasedOn };
    case 'post-held':
      return { ...action, id, post: `post ${nth}`, from: releasedOn, releasedOn };
    case 'post-left':
      return { ...action, id, post: `post ${nth}`, on: releasedOn, releasedOn };
  }
}
