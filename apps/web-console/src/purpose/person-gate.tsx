import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTasks } from '../api/queries';
import { PurposeGate } from './purpose-gate';
import type { Why } from './why-memory';

interface PersonGateProps {
  /** A cadre; a unit has no tasks. */
  readonly subject: string;
  readonly children: (why: Why) => ReactNode;
}

/** A page about one person: the work at hand on them may be what it is read for; whoever says nothing goes back. */
export function PersonGate({ subject, children }: PersonGateProps): ReactNode {
  const atHand = useTasks(subject);
  const navigate = useNavigate();
  const tasks = atHand.error === null ? atHand.data?.items : [];
  return (
    <PurposeGate key={subject} subject={subject} tasks={tasks} onLeave={() => void navigate(-1)}>
      {children}
    </PurposeGate>
  );
}
