import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { SlotAnswer } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { EmptyNotice } from '../parts/empty-notice';
import { Facts } from '../parts/facts';
import { fill } from '../parts/fill';
import { wholeNumber } from '../parts/points';
import { personWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { FillingProgress } from './filling-progress';
import { PolicyName } from './policy-name';
import { slotStateWord } from './rebuild-words';

const texts = textsOf('rebuild');

interface SlotCardProps {
  readonly title: string;
  readonly slot: SlotAnswer;
  /** When it was looked up. */
  readonly at: string;
}

/** What stands in one reading slot, under which policy, and how far it is. */
export function SlotCard({ title, slot, at }: SlotCardProps): ReactNode {
  const { state, policy, progress, fault } = slot;
  return (
    <section className="lq-card" aria-label={title}>
      <div className="lq-card-head">
        <h2>{title}</h2>
        <span role="status">{slotStateWord(state)}</span>
      </div>
      {fault !== null && <Alert type="warning" showIcon role="alert" title={fill(texts.fault, { fault })} />}
      {progress !== null && <FillingProgress progress={progress} at={at} />}
      {policy === null ? (
        <EmptyNotice title={texts.nothingThere} filledBy={texts.nothingFilledBy} />
      ) : (
        <Facts of={[[texts.policy, <PolicyName key="policy" policy={policy} />], ...factsOf(slot)]} />
      )}
    </section>
  );
}

function factsOf({ slot, startedBy, startedAt, filledAt, behind }: SlotAnswer): readonly (readonly [name: string, value: ReactNode])[] {
  return [
    [texts.slot, <code key="slot">{slot}</code>],
    ...(startedBy === null || startedAt === null
      ? []
      : [[texts.startedBy, fill(texts.startedWord, { person: personWord(startedBy), time: writtenInstant(startedAt) })] as const]),
    ...(filledAt === null ? [] : [[texts.filledAt, writtenInstant(filledAt)] as const]),
    ...(behind === null ? [] : [[texts.behind, fill(texts.behindWord, { count: wholeNumber(behind) })] as const]),
  ];
}
