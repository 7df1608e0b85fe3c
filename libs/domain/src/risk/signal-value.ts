import { compareText, quotient } from '#domain/risk/integers';
import type { ChangeEntry, MitigationEntry, SignalEntry } from '#domain/risk/ledger-entry';
import type { Grade, Policy, Status } from '#domain/risk/policy';

/** What a signal brings into the reading at one moment of the log. Removing or doubting a signal lowers one of the three. */
export interface Value {
  /** Contribution in micro-odds on its own day. */
  readonly odds: number;
  /** 1 when it is scored and plausible or better. */
  readonly solid: 0 | 1;
  /** 1 when it is solid and its score s reaches the severity of the gate. */
  readonly grave: 0 | 1;
}

export const NOTHING: Value = { odds: 0, solid: 0, grave: 0 };

/** Judgements that hold for one signal. */
export interface Judgement {
  readonly status: Status;
  readonly grade: Grade;
  readonly mitigation: number;
}

/**
 * w(s) = s / (100 − s) in micro-odds, to the nearest.
 * @param s score 0–95
 */
export function weight(s: number): number {
  const rest = 100 - s;
  return quotient(2_000_000 * s + rest, 2 * rest);
}

/** The decision that holds: by (decided on, authority rank, event id), so arrival does not matter. */
function greatest(changes: readonly ChangeEntry[]): ChangeEntry | undefined {
  return changes.toSorted((a, b) => b.decidedOn - a.decidedOn || b.authorityRank - a.authorityRank || compareText(b.id, a.id))[0];
}

/** The decisions that hold on a signal; undefined where what it came with does. */
export interface Decisions {
  readonly status: ChangeEntry | undefined;
  readonly grade: ChangeEntry | undefined;
}

const UNDECIDED: Decisions = { status: undefined, grade: undefined };

export function decisionsOf(changes: readonly ChangeEntry[]): Decisions {
  if (changes.length === 0) return UNDECIDED;
  return {
    status: greatest(changes.filter(({ status }) => status !== undefined)),
    grade: greatest(changes.filter(({ grade }) => grade !== undefined)),
  };
}

/**
 * Status and grade each by the greatest decision on it; what the signal came with ranks below every decision. Of several
 * mitigations the smallest counts.
 */
export function judge(signal: SignalEntry, changes: readonly ChangeEntry[], mitigations: readonly MitigationEntry[]): Judgement {
  const decided = decisionsOf(changes);
  return {
    status: decided.status?.status ?? signal.status,
    grade: decided.grade?.grade ?? signal.grade,
    mitigation: mitigations.reduce((least, { factor }) => Math.min(least, factor), signal.mitigation ?? 100),
  };
}

/** c = ⌊w · r · v · m⌋ over the exact product, and what the gate asks of the signal. */
export function valueOf(signal: SignalEntry, judgement: Judgement, policy: Policy): Value {
  if (signal.s === 0) return NOTHING;
  const { status, mitigation } = judgement;
  const checked = status === 'plausible' || status === 'verified';
  const solid = checked ? 1 : 0;
  const grade = gradePercent(signal, judgement, checked, policy);
  return {
    odds: quotient(weight(signal.s) * grade * policy.statuses[status] * mitigation, 1_000_000),
    solid,
    grave: signal.s >= policy.gate.severity ? solid : 0,
  };
}

function gradePercent(signal: SignalEntry, { grade }: Judgement, checked: boolean, policy: Policy): number {
  const percent = policy.grades[grade];
  if (signal.anonymous !== true || checked) return percent;
  return Math.min(percent, policy.grades[policy.anonymousAtMost]);
}
