import type { Day } from '#domain/calendar/day';
import { type DecidedFact, type EnteredMeasure, type PointsFact, standingOnly, type Step } from '#domain/points/facts';
import { itemOf } from '#domain/points/match-item';
import { inOrder, inProcedureOrder, progressOf, type Progress } from '#domain/points/progress';
import type { Item, ProcedureStep, Scheme } from '#domain/points/scheme';

/** A fact under an item of a scheme, or what it became when its term was not met. */
export interface Bearer extends Progress {
  /** Of the fact or measure, or of the step that told of the unmet term. */
  readonly id: string;
  readonly fact: DecidedFact | EnteredMeasure;
  readonly item: Item;
  /** Milli-points. */
  readonly points: number;
  readonly mark?: string;
  /** 0 as it came, then how often its term was not met. */
  readonly stage: number;
  /** The day of the fact, or of the unmet term. */
  readonly day: Day;
  /** From here windows and periods are counted; meaningless until it begins. */
  readonly countsFrom: Day;
  readonly needs: readonly ProcedureStep[];
  readonly steps: readonly Step[];
}

/** What people still have to do about a measure that they entered themselves: another person confirms it, whatever the scheme. */
export function needsOf({ procedure }: Scheme, fact: DecidedFact | EnteredMeasure): readonly ProcedureStep[] {
  return inProcedureOrder(fact.kind === 'measure' ? [...procedure.steps, 'confirmation'] : procedure.steps);
}

/** All that bears points under a scheme, begun or not; in no order that matters. */
export function bearersOf(scheme: Scheme, facts: readonly PointsFact[]): readonly Bearer[] {
  const standing = standingOnly(facts);
  const steps = Map.groupBy(
    standing.filter((fact) => fact.kind === 'step'),
    ({ target }) => target,
  );
  return standing
    .filter((fact) => fact.kind !== 'step')
    .flatMap((fact) => {
      const item = itemOf(scheme, fact);
      return item === undefined ? [] : stagesOf(scheme, { fact, item, steps });
    });
}

interface Taken {
  readonly fact: DecidedFact | EnteredMeasure;
  readonly item: Item;
  readonly steps: ReadonlyMap<string, readonly Step[]>;
}

function stagesOf(scheme: Scheme, { fact, item, steps }: Taken): readonly Bearer[] {
  const about = (id: string): readonly Step[] => (steps.get(id) ?? []).toSorted(inOrder);
  const needs = needsOf(scheme, fact);
  const first = progressOf(needs, about(fact.id), fact.day);
  const base = begun(scheme, { fact, item, points: item.points, mark: item.mark, stage: 0, id: fact.id, day: fact.day, needs }, first);
  const unmet = about(fact.id).filter(({ step }) => step === 'term-unmet');
  const missed = (item.escalation ?? []).flatMap(({ points, mark }, place): Bearer[] => {
    const step = unmet[place];
    if (step === undefined) return [];
    const progress = afterBase(first, progressOf(['confirmation'], about(step.id), step.on));
    const { id, on: day } = step;
    const stage = { fact, item, points, mark, stage: place + 1, id, day, needs: ['confirmation' as const] };
    return [{ ...begun(scheme, stage, progress), steps: about(step.id) }];
  });
  return [{ ...base, steps: about(fact.id) }, ...missed];
}

/** A term can only be missed of what counts. */
function afterBase(base: Progress, missed: Progress): Progress {
  if (base.begins === undefined) return { refused: base.refused || missed.refused };
  return missed.begins === undefined ? missed : { ...missed, begins: Math.max(base.begins, missed.begins) };
}

function begun(scheme: Scheme, bearer: Omit<Bearer, 'steps' | 'countsFrom' | 'refused'>, progress: Progress): Bearer {
  const byConfirmation = scheme.procedure.countsFrom === 'confirmation' && progress.begins !== undefined;
  return { ...bearer, ...progress, countsFrom: byConfirmation ? progress.begins : bearer.day, steps: [] };
}
