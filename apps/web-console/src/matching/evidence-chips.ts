import type { TriageCandidate, TriageItem } from '../contracts';

/** Whether name, unit and post of a candidate fit what the signal says; null for what it does not say. */
export interface Fit {
  readonly name: boolean | null;
  readonly unit: boolean | null;
  readonly post: boolean | null;
}

const REASONS = { number: '身份证件号码相同', name: '姓名相同', unit: '单位相同', post: '职务相同' } as const;

export function fitOf({ reasons, name }: TriageCandidate, said: Pick<TriageItem, 'named' | 'unitCode' | 'post'>): Fit {
  const says = (reason: string): boolean => reasons.includes(reason);
  return {
    name: said.named === null ? null : says(REASONS.name) || said.named === name,
    unit: said.unitCode === null ? null : says(REASONS.unit),
    post: said.post === null ? null : says(REASONS.post),
  };
}

/** As the server judges it: such a one is named by one clerk alone. */
export function fitsWell({ reasons }: TriageCandidate): boolean {
  return reasons.includes(REASONS.number) || (reasons.includes(REASONS.name) && reasons.includes(REASONS.unit));
}
