import type { Finding } from '#domain/policy/policy-life';
import { finding } from '#domain/points/finding';
import type { FindingCode } from '#domain/points/finding-sentences';
import { isOfSignal, type Scheme } from '#domain/points/scheme';

/** Whether somebody confirms where somebody has to, and whether who is heard was told before. */
export function procedureFindings({ procedure, items }: Scheme): readonly Finding[] {
  const { steps, statementDays, confirmedBy, countsFrom } = procedure;
  const has = (step: (typeof steps)[number]): boolean => steps.includes(step);
  const confirms = steps.length > 0 || items.some(({ of, escalation = [] }) => !isOfSignal(of) || escalation.length > 0);
  const found: (readonly [wrong: boolean, pointer: string, code: FindingCode])[] = [
    [steps.length > 0 && !has('confirmation'), '/procedure/steps', 'confirmation-needed'],
    [has('statement') && !has('notice'), '/procedure/steps', 'notice-needed'],
    [has('statement') && statementDays === undefined, '/procedure/statementDays', 'statement-days-needed'],
    [confirms && confirmedBy.length === 0, '/procedure/confirmedBy', 'nobody-confirms'],
    [countsFrom === 'confirmation' && !has('confirmation'), '/procedure/countsFrom', 'confirmation-never-comes'],
  ];
  return found.flatMap(([wrong, pointer, code]) => (wrong ? [finding(pointer, code)] : []));
}
