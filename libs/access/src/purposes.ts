import { CASE_READERS, type Role } from '#access/principals';

/** What a purpose is tied to: one proposed inquiry, one signal whose subject a person has to name, or nothing at hand. */
export type TaskKind = 'candidate' | 'triage-item' | 'none';

export interface Purpose {
  readonly code: string;
  readonly label: string;
  readonly task: TaskKind;
  /** Whose work it is. */
  readonly roles: readonly Role[];
  readonly basis: string;
}

/** How long a task still counts as at hand after it was decided: what follows from the decision is done in it (decision 0015). */
export const TASK_HOLDS_DAYS = 30;

const HANDLING: readonly Role[] = ['handler', 'handling-office-head', 'case-management'];
const APPROVING: readonly Role[] = ['handling-office-head', 'deputy-leader', 'organ-principal', 'party-principal'];

/** Why somebody may read about one person or unit: a closed list. Without a task at hand a reason is asked for, and looked at afterwards. */
export const PURPOSES: readonly Purpose[] = [
  {
    code: 'candidate-triage',
    label: '研判函询候选',
    task: 'candidate',
    roles: HANDLING,
    basis: 'domain: inquiry 1.5, T1–T3',
  },
  { code: 'approval', label: '审批', task: 'candidate', roles: APPROVING, basis: 'domain: inquiry 1.3' },
  { code: 'person-matching', label: '人员匹配', task: 'triage-item', roles: ['petition-clerk'], basis: 'design: console 4, row 4' },
  { code: 'daily-supervision', label: '日常监督', task: 'none', roles: CASE_READERS, basis: 'domain: inquiry 2' },
  {
    code: 'integrity-opinion',
    label: '党风廉政意见回复',
    task: 'none',
    roles: ['handler', ...APPROVING],
    basis: 'domain: obligations, 党风廉政意见回复',
  },
  {
    code: 'objection-review',
    label: '申辩申诉复核',
    task: 'none',
    roles: ['handler', ...APPROVING],
    basis: 'domain: safeguards 9, right to state and defend, appeal',
  },
];

export const purposesFor = (role: Role): readonly Purpose[] => PURPOSES.filter(({ roles }) => roles.includes(role));
