import { Alert, Watermark } from 'antd';
import type { ReactNode } from 'react';
import type { CandidateRow, ExplanationAnswer } from '../contracts';
import { writtenDay } from '../parts/civil-day';
import { LevelTag } from '../parts/level-tag';
import { fill } from '../parts/fill';
import { PrintFrame } from '../parts/print-frame';
import { useScreenMark } from '../parts/use-screen-mark';
import { textsOf } from '../texts/texts';
import { InForce } from './in-force';
import { Overrides } from './overrides/overrides';
import { Joinings } from './joined/joinings';
import { Sentence } from './sentence';
import { OwnSignals } from './signals/own-signals';
import { SixChannels } from './six-channel/six-channels';
import { Waterfall } from './waterfall/waterfall';
import './portrait.css';

const texts = textsOf('portrait');
const overridesTexts = textsOf('overrides');

interface PortraitBodyProps {
  readonly title: string;
  readonly name: string;
  readonly header: ReactNode;
  readonly explanation: ExplanationAnswer;
  readonly candidates: readonly CandidateRow[];
  /** The day of an older reading that was asked for. */
  readonly past?: string | undefined;
  /** What this reading does not count. */
  readonly note?: string;
  readonly side: ReactNode;
  /** What the page shows first of this subject. */
  readonly first?: ReactNode;
}

/** One subject, cadre or unit: its reading, and everything it is made of. */
export function PortraitBody({ title, name, header, explanation, candidates, past, note, side, first }: PortraitBodyProps): ReactNode {
  const mark = useScreenMark();
  return (
    <Watermark className="lq-watermarked" {...mark}>
      <PrintFrame title={`${name} ${title}`}>
        <div className="lq-portrait">
          {header}
          <Sentence said={explanation.sentence} />
          <InForce explanation={explanation} />
          <SetByHand overrides={explanation.overrides} />
          {note !== undefined && <p className="lq-meta">{note}</p>}
          {past !== undefined && <Alert type="info" showIcon title={fill(texts.past, { day: writtenDay(past) })} />}
          {first}
          <SixChannels name={name} explanation={explanation} candidates={candidates} />
          <div className="lq-portrait-columns">
            <Waterfall explanation={explanation} />
            <div className="lq-portrait-side">{side}</div>
          </div>
          <OwnSignals explanation={explanation} isPast={past !== undefined} />
          {past === undefined && <Overrides subject={explanation.subject} overrides={explanation.overrides} />}
          <Joinings joinings={explanation.joinings} />
        </div>
      </PrintFrame>
    </Watermark>
  );
}

/** A level that two persons set, beside the computed one and never instead of it. */
function SetByHand({ overrides }: Pick<ExplanationAnswer, 'overrides'>): ReactNode {
  const holding = overrides.find(({ state }) => state === 'holding');
  if (holding === undefined) return null;
  return (
    <p>
      {fill(overridesTexts.beside, { until: writtenDay(holding.until) })} <LevelTag level={holding.level} />
    </p>
  );
}
