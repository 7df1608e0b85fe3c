/** A candidate about which people have decided, with the reasons it was frozen with. */
export interface Decided {
  /** The event that proposed it. */
  readonly cause: string;
  /** Taken under a clue number, or dismissed by two persons. */
  readonly taken: boolean;
  readonly reasons: readonly { readonly code: string; readonly channel: string; readonly grade: string }[];
}

export interface OutcomeCount {
  readonly taken: number;
  readonly dismissed: number;
  /** Of these, those that the policy tested would have proposed as well, by the same event. */
  readonly takenStill: number;
  readonly dismissedStill: number;
}

/**
 * What became of candidates, for all and for each rule, channel and grade among their reasons. Precision is taken ÷ (taken +
 * dismissed); the yield of a policy is what it would still have found of the taken.
 */
export interface Outcomes {
  readonly all: OutcomeCount;
  readonly rule: Readonly<Record<string, OutcomeCount>>;
  readonly channel: Readonly<Record<string, OutcomeCount>>;
  readonly grade: Readonly<Record<string, OutcomeCount>>;
}

const NONE: OutcomeCount = { taken: 0, dismissed: 0, takenStill: 0, dismissedStill: 0 };
export const NO_OUTCOMES: Outcomes = { all: NONE, rule: {}, channel: {}, grade: {} };

/** @param still whether the policy tested would have proposed it as well */
export function addOutcome(outcomes: Outcomes, decided: Decided, still: boolean): Outcomes {
  const names = (of: 'code' | 'channel' | 'grade'): readonly string[] => [...new Set(decided.reasons.map((reason) => reason[of]))];
  return {
    all: added(outcomes.all, decided, still),
    rule: addedTo(outcomes.rule, names('code'), decided, still),
    channel: addedTo(outcomes.channel, names('channel'), decided, still),
    grade: addedTo(outcomes.grade, names('grade'), decided, still),
  };
}

function addedTo(counts: Outcomes['rule'], names: readonly string[], decided: Decided, still: boolean): Outcomes['rule'] {
  const known = new Map(Object.entries(counts));
  return { ...counts, ...Object.fromEntries(names.map((name) => [name, added(known.get(name) ?? NONE, decided, still)])) };
}

function added(count: OutcomeCount, { taken }: Decided, still: boolean): OutcomeCount {
  return {
    taken: count.taken + (taken ? 1 : 0),
    dismissed: count.dismissed + (taken ? 0 : 1),
    takenStill: count.takenStill + (taken && still ? 1 : 0),
    dismissedStill: count.dismissedStill + (!taken && still ? 1 : 0),
  };
}
