import type { Day } from '#domain/calendar/day';
import type { Step, StepName } from '#domain/points/facts';
import { PROCEDURE_STEPS, type ProcedureStep } from '#domain/points/scheme';
import { compareText } from '#domain/risk/integers';

/** How far people have come with one fact, measure or unmet term. */
export interface Progress {
  /** From this day on it counts; undefined while something is awaited, or for ever once it was refused. */
  readonly begins?: Day;
  readonly confirmedBy?: string;
  readonly refused: boolean;
}

const DECISIONS: readonly StepName[] = ['confirmation', 'refusal', 'objection-upheld'];

export function inOrder(a: Step, b: Step): number {
  return a.on - b.on || compareText(a.id, b.id);
}

/** The same steps, each once, in the order of the procedure. */
export function inProcedureOrder(steps: readonly ProcedureStep[]): readonly ProcedureStep[] {
  return PROCEDURE_STEPS.filter((step) => steps.includes(step));
}

/**
 * Of several decisions the latest holds, whatever the order in which they came in. A confirmation holds only after all that the
 * procedure asks for but the statement: whether there is one moves nothing, so that no statement can ever add points.
 * @param needs in the order of the procedure; none: the fact stands by itself from its own day
 * @param steps those about the target
 */
export function progressOf(needs: readonly ProcedureStep[], steps: readonly Step[], day: Day): Progress {
  const decision = steps
    .filter(({ step }) => DECISIONS.includes(step))
    .toSorted(inOrder)
    .at(-1);
  if (decision !== undefined && decision.step !== 'confirmation') return { refused: true };
  if (needs.length === 0) return { begins: day, refused: false };
  const asked = needs.filter((need) => need !== 'statement');
  if (decision === undefined || missing(asked, steps, decision.on).length > 0) return { refused: false };
  return { begins: Math.max(day, decision.on), confirmedBy: decision.by, refused: false };
}

/** The steps that had not been taken up to a day, in order. */
export function missing(needs: readonly ProcedureStep[], steps: readonly Step[], on: Day): readonly ProcedureStep[] {
  return needs.filter((need) => !isTaken(need, steps, on));
}

/** What people have to do next; a statement that was not made by the time of the verification is awaited no longer. */
export function awaited(needs: readonly ProcedureStep[], steps: readonly Step[], on: Day): ProcedureStep | undefined {
  const open = missing(needs, steps, on);
  return open[0] === 'statement' && isTaken('verification', steps, on) ? open[1] : open[0];
}

function isTaken(name: StepName, steps: readonly Step[], on: Day): boolean {
  return steps.some((step) => step.step === name && step.on <= on);
}

/** The day by which something must be done: of the last term that was set and has neither been met nor been missed up to a day. */
export function openTerm(steps: readonly Step[], on: Day): Step | undefined {
  const told = steps.filter(({ step, on: day }) => day <= on && ['term-set', 'term-met', 'term-unmet'].includes(step));
  const last = told.toSorted(inOrder).at(-1);
  return last?.step === 'term-set' ? last : undefined;
}
