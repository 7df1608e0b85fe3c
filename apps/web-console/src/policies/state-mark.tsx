import { CheckCircleOutlined, ClockCircleOutlined, EditOutlined, FileDoneOutlined, InboxOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { PolicyRow } from '../contracts';
import { stateWord } from './policy-words';

const ICONS: Readonly<Record<PolicyRow['state'], ReactNode>> = {
  draft: <EditOutlined aria-hidden />,
  checked: <FileDoneOutlined aria-hidden />,
  'approval-asked': <ClockCircleOutlined aria-hidden />,
  approved: <SafetyCertificateOutlined aria-hidden />,
  live: <CheckCircleOutlined aria-hidden />,
  retired: <InboxOutlined aria-hidden />,
};

/** Where a policy stands in its life, by icon and word. */
export function StateMark({ state }: { readonly state: PolicyRow['state'] }): ReactNode {
  return (
    <span className={`lq-name lq-policy-state lq-policy-${state}`}>
      {ICONS[state]} {stateWord(state)}
    </span>
  );
}
