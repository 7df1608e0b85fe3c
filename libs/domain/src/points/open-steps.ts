import { decideEntry, type Entering } from '#domain/points/decide-entry';
import { STEP_NAMES, type StepName } from '#domain/points/facts';
import { PointsRuleBroken } from '#domain/points/points-rule';

/** The steps that a person could take today about a fact, a measure or an unmet term. */
export function openSteps(target: string, by: string, entering: Entering): readonly StepName[] {
  const { today } = entering;
  return STEP_NAMES.filter((step) => {
    try {
      decideEntry({ kind: 'step', id: '', target, step, on: today, due: today, enteredOn: today, by }, entering);
      return true;
    } catch (error) {
      if (error instanceof PointsRuleBroken) return false;
      throw error;
    }
  });
}
