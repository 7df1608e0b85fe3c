import { Progress } from 'antd';
import type { ReactNode } from 'react';
import type { SlotAnswer } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { wholeNumber } from '../parts/points';
import { textsOf } from '../texts/texts';
import { lasting, shareOf } from './rebuild-words';

const texts = textsOf('rebuild');

interface FillingProgressProps {
  readonly progress: NonNullable<SlotAnswer['progress']>;
  /** When it was looked up. */
  readonly at: string;
}

/** Records read of all, how fast, and when it will be there if that stays so. */
export function FillingProgress({ progress, at }: FillingProgressProps): ReactNode {
  const { read, toRead, perSecond, secondsLeft } = progress;
  const end = new Date(Date.parse(at) + (secondsLeft ?? 0) * 1_000).toISOString();
  return (
    <div className="lq-rebuild-progress">
      <Progress percent={shareOf(progress)} status="normal" aria-label={texts.progress} />
      <div className="lq-rebuild-figures lq-number">
        <span>{fill(texts.read, { read: wholeNumber(read), total: wholeNumber(toRead) })}</span>
        <span>{fill(texts.rate, { count: wholeNumber(perSecond) })}</span>
        <span>
          {secondsLeft === null ? texts.endUnknown : fill(texts.end, { time: writtenInstant(end).slice(-'00:00'.length), left: lasting(secondsLeft) })}
        </span>
      </div>
    </div>
  );
}
