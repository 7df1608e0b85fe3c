import { usePermissions, useSession } from '../api/queries';
import type { CandidateRow, Purpose } from '../contracts';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';
import type { Why } from './why-memory';

const texts = textsOf('purpose');

/** One way to say why: as it is chosen, and what it then still wants. */
export interface Way {
  readonly value: string;
  readonly label: string;
  readonly purpose: string;
  readonly task: string | undefined;
}

type Task = Pick<CandidateRow, 'id' | 'proposedOn'>;

/** What a role may say of a person: for each proposed inquiry the work on it, then what has no task. */
export function waysOf(purposes: readonly Purpose[], role: string, tasks: readonly Task[]): readonly Way[] {
  const own = purposes.filter(({ roles }) => roles.includes(role));
  const byTask = tasks.flatMap(({ id, proposedOn }) =>
    own
      .filter(({ task }) => task === 'candidate')
      .map(({ code, label }) => ({
        value: `${code} ${id}`,
        label: fill(texts.ofCandidate, { purpose: label, day: proposedOn }),
        purpose: code,
        task: id,
      })),
  );
  const without = own.filter(({ task }) => task === 'none').map(({ code, label }) => ({ value: code, label, purpose: code, task: undefined }));
  return [...byTask, ...without];
}

export const whyOf = ({ purpose, task }: Way, reason: string | undefined): Why => (task === undefined ? { purpose, reason: reason?.trim() } : { purpose, task });

/** The same for the person at this browser; undefined until the table and the person are known. */
export function useWays(tasks: readonly Task[]): readonly Way[] | undefined {
  const role = useSession().data?.role;
  const purposes = usePermissions().data?.purposes;
  return role === undefined || purposes === undefined ? undefined : waysOf(purposes, role, tasks);
}
