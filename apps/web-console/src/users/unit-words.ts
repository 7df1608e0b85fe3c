import { useUnits } from '../api/queries';
import { textsOf } from '../texts/texts';

const texts = textsOf('users');

/** The value of the choice that no unit's code can be. */
export const EVERYTHING = '';

export interface UnitChoice {
  readonly value: string;
  readonly label: string;
}

/** Which units a person may be given, the whole first. */
export function useUnitChoices(): readonly UnitChoice[] {
  const { data } = useUnits();
  return [{ value: EVERYTHING, label: texts.everything }, ...(data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }))];
}

/** The name of the unit whose tree a person sees; the code while the name is not known. */
export function useUnitWord(): (unit: string | null) => string {
  const choices = useUnitChoices();
  return (unit) => choices.find(({ value }) => value === (unit ?? EVERYTHING))?.label ?? unit ?? texts.everything;
}
