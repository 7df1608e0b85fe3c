import type { ReactNode } from 'react';
import type { CandidateRow } from '../contracts';
import { daysBetween } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';
import { isOpen } from './candidate-states';

const texts = textsOf('candidates');

interface DueDayProps {
  readonly candidate: Pick<CandidateRow, 'state' | 'dueOn' | 'overdue'>;
  /** The day of the data. */
  readonly day: string;
}

/** The day by which people have to have decided, and how far away it is. */
export function DueDay({ candidate, day }: DueDayProps): ReactNode {
  const { state, dueOn, overdue } = candidate;
  return (
    <span className="lq-number">
      {dueOn} {isOpen(state) && <Distance days={daysBetween(day, dueOn)} overdue={overdue} />}
    </span>
  );
}

function Distance({ days, overdue }: { readonly days: number; readonly overdue: boolean }): ReactNode {
  if (overdue) return <span className="lq-late">{fill(texts.overdue, { days: Math.max(1, -days) })}</span>;
  return <span className="lq-meta">{days <= 0 ? texts.dueToday : fill(texts.daysLeft, { days })}</span>;
}
