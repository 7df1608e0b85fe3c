import type { LedgerEntry } from '#domain/risk/ledger-entry';
import { CHANNELS, HALF_LIVES, STATUSES } from '#domain/risk/policy';
import { ACTIONS, aLedger, aStep, logOf, type Action, type Step } from '#testing/arbitrary-ledger';
import fc from 'fast-check';

const OUTSIDE: readonly string[] = ['public', 'media'];

/** What one tight ledger has to choose from. */
const aNarrowing = fc.record({
  channels: someOf(CHANNELS, 3),
  matters: someOf(['A', 'B', 'C', 'D'], 3),
  halfLives: someOf(HALF_LIVES, 2),
  scores: someOf([0, 5, 15, 20, 35, 60, 80, 95], 3),
  statuses: someOf(STATUSES, 4),
  kinds: someOf(['change', 'withdrawal', 'mitigation', 'link', 'campaign', 'post-held', 'post-left'] as const, 4),
  /** The most days between entries, and between what happened and its release. */
  pace: fc.constantFrom(0, 1, 10, 30, 60),
});

type Narrowing = typeof aNarrowing extends fc.Arbitrary<infer T> ? T : never;

/**
 * A log of 6 to 18 entries, as `aLedger` gives them, from few channels, matters, half-lives and days: what meets seldom there
 * meets here (letters of one campaign, equal days, equal remainders, posts left and taken again).
 */
export const aTightLedger: fc.Arbitrary<readonly LedgerEntry[]> = aNarrowing.chain((narrow) =>
  fc
    .array(fc.tuple(aStep, anActionOf(narrow)), { minLength: 6, maxLength: 18, size: 'max' })
    .map((steps) => logOf(steps.map(tighten(narrow)))),
);

export const anyLedger: fc.Arbitrary<readonly LedgerEntry[]> = fc.oneof(aLedger, aTightLedger);

function anActionOf({ kinds }: Narrowing): fc.Arbitrary<Action> {
  const others = kinds.map((kind) => ({ weight: 1, arbitrary: ACTIONS[kind] as fc.Arbitrary<Action> }));
  return fc.oneof({ weight: 1 + kinds.length, arbitrary: ACTIONS.signal }, ...others);
}

function tighten(narrow: Narrowing): (step: readonly [Step, Action]) => readonly [Step, Action] {
  const paced = (days: number): number => days % (narrow.pace + 1);
  return ([step, action]) => [{ ...step, wait: paced(step.wait) }, narrowed(action, narrow, paced)];
}

function narrowed(action: Action, narrow: Narrowing, paced: (days: number) => number): Action {
  if (action.kind === 'change') return { ...action, early: paced(action.early) };
  if (action.kind !== 'signal') return action;
  const channel = pick(narrow.channels, CHANNELS.indexOf(action.channel));
  return {
    ...action,
    channel,
    group: OUTSIDE.includes(channel) && !OUTSIDE.includes(action.group) ? channel : action.group,
    matter: pick(narrow.matters, action.matter.charCodeAt(0)),
    halfLife: pick(narrow.halfLives, HALF_LIVES.indexOf(action.halfLife)),
    s: pick(narrow.scores, action.s),
    status: pick(narrow.statuses, STATUSES.indexOf(action.status)),
    late: paced(action.late),
  };
}

function someOf<T>(all: readonly T[], most: number): fc.Arbitrary<T[]> {
  return fc.subarray([...all], { minLength: 1, maxLength: most });
}

function pick<T>(among: readonly T[], nth: number): T {
  const picked = among[nth % among.length];
  if (picked === undefined) throw new Error('there is nothing to pick from');
  return picked;
}
