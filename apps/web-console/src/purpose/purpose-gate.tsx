import { useEffect, type ReactNode } from 'react';
import type { CandidateRow } from '../contracts';
import { EmptyNotice } from '../parts/empty-notice';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { PurposeForm } from './purpose-form';
import { useWays, whyOf } from './ways';
import { useWhy } from './use-why';
import type { Why } from './why-memory';

const texts = textsOf('purpose');

interface PurposeGateProps {
  /** Whom the read is about: a cadre or a candidate. */
  readonly subject: string;
  /** The proposed inquiries of that person; undefined until they are known. */
  readonly tasks: readonly Pick<CandidateRow, 'id' | 'proposedOn'>[] | undefined;
  /** Whether the work on the first of the tasks is what brought the person here: then nobody is asked. */
  readonly atTask?: boolean;
  readonly onLeave: () => void;
  readonly children: (why: Why) => ReactNode;
}

/** Shows what is behind it to who has said what for; once a day and subject. */
export function PurposeGate({ subject, tasks, atTask = false, onLeave, children }: PurposeGateProps): ReactNode {
  const [why, say] = useWhy(subject);
  const ways = useWays(tasks ?? []);
  const [first] = ways ?? [];
  const evident = atTask && tasks !== undefined && first?.task !== undefined ? first : undefined;
  useEffect(() => {
    if (why === undefined && evident !== undefined) say(whyOf(evident, undefined));
  });
  if (why !== undefined) return children(why);
  if (ways === undefined || tasks === undefined || evident !== undefined) return <Waiting rows={10} />;
  if (ways.length === 0) return <EmptyNotice title={texts.noWay} filledBy={texts.noWayFilledBy} />;
  return (
    <>
      <EmptyNotice title={texts.asked} filledBy={texts.askedFilledBy} />
      <PurposeForm ways={ways} onSay={say} onLeave={onLeave} />
    </>
  );
}
