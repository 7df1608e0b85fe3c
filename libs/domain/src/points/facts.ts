import type { Day } from '#domain/calendar/day';
import { mayCarryPoints } from '#domain/points/carrying-codes';
import { joinedIn } from '#domain/risk/joining';
import { LedgerBook } from '#domain/risk/ledger-book';
import type { LedgerEntry } from '#domain/risk/ledger-entry';
import type { Policy } from '#domain/risk/policy';

/** What a closed field of a signal says: one of given words, a whole number, yes or no, or a date as 'YYYY-MM-DD'. */
export type FieldValue = string | number | boolean;

/** A signal about the subject that an organ has decided: verified, and of a type that may carry points. */
export interface DecidedFact {
  readonly kind: 'fact';
  readonly id: string;
  readonly code: string;
  readonly day: Day;
  readonly matter: string;
  readonly severity: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** The agency whose word it is. */
  readonly decidedBy: string;
}

/** A measure that people enter because no agency sends it. */
export interface EnteredMeasure {
  readonly kind: 'measure';
  readonly id: string;
  readonly measure: string;
  readonly day: Day;
  readonly matter: string;
  /** Of the round to which it belongs, where its item is numbered. */
  readonly number?: number;
  readonly enteredOn: Day;
  readonly by: string;
}

/**
 * `term-set` gives a day by which something must be done; `term-met`, `term-unmet` tell how that ended. An objection that is
 * upheld takes the points away; one that is rejected changes nothing: no statement and no objection ever adds points.
 */
export const STEP_NAMES = [
  'notice',
  'statement',
  'verification',
  'confirmation',
  'refusal',
  'objection',
  'objection-upheld',
  'objection-rejected',
  'term-set',
  'term-met',
  'term-unmet',
] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** Something that a person did about a fact, a measure, or a `term-unmet` that waits for its confirmation. */
export interface Step {
  readonly kind: 'step';
  readonly id: string;
  readonly target: string;
  readonly step: StepName;
  readonly on: Day;
  /** Of a `term-set`. */
  readonly due?: Day;
  readonly enteredOn: Day;
  readonly by: string;
}

/** A measure or step was entered by mistake: afterwards it is as if it had never come. */
export interface TakenBack {
  readonly kind: 'taken-back';
  readonly id: string;
  readonly target: string;
  readonly enteredOn: Day;
  readonly by: string;
}

export type EnteredFact = EnteredMeasure | Step | TakenBack;
export type PointsFact = DecidedFact | EnteredFact;

/**
 * The facts of a subject's ledger that may carry points under some scheme, as all its entries judge them together: what was
 * withdrawn, refuted or never verified is none, and matters that a person linked are one. What was known on a day: only the entries
 * released up to it.
 */
export function factsOfLedger(entries: readonly LedgerEntry[], policy: Policy): readonly DecidedFact[] {
  const book = new LedgerBook(entries, policy);
  const joining = book.joining();
  return entries.flatMap((entry) => {
    if (entry.kind !== 'signal' || entry.code === undefined || !mayCarryPoints(entry.code)) return [];
    if (book.judgementOf(entry).status !== 'verified') return [];
    const { id, code, day, severity, group, fields = {} } = entry;
    const matter = joinedIn(joining, entry.matter);
    return [{ kind: 'fact', id, code, day, matter, severity, fields, decidedBy: group }];
  });
}

/** What people had entered up to a day. */
export function enteredUpTo(facts: readonly EnteredFact[], day: Day): readonly EnteredFact[] {
  return facts.filter(({ enteredOn }) => enteredOn <= day);
}

/** Without what was taken back, and without what took it back. */
export function standingOnly(facts: readonly PointsFact[]): readonly Exclude<PointsFact, TakenBack>[] {
  const takenBack = new Set(facts.flatMap((fact) => (fact.kind === 'taken-back' ? [fact.target] : [])));
  return facts.filter((fact) => fact.kind !== 'taken-back').filter(({ id }) => !takenBack.has(id));
}
