import { useCallback, useMemo, type ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import { LazyChart } from '../../charts/lazy-chart';
import type { EChartsCoreOption } from '../../charts/echarts';
import type { CandidateRow, ExplanationAnswer } from '../../contracts';
import type { Palette } from '../../look/palette';
import { useReducedMotion } from '../../look/reduced-motion';
import { writtenDay } from '../../parts/civil-day';
import { EmptyNotice } from '../../parts/empty-notice';
import { fill } from '../../parts/fill';
import { PictureOrTable } from '../../parts/picture-or-table';
import { points } from '../../parts/points';
import { textsOf } from '../../texts/texts';
import { HistoryTable } from './history-table';
import { MarkLegend } from './mark-legend';
import { MarkTable } from './mark-table';
import { pictureOf } from './picture';
import { HEIGHT, sixChannelOption } from './six-channel-option';
import { timelineMarks } from './timeline-marks';

const texts = textsOf('portrait');

interface SixChannelsProps {
  readonly name: string;
  readonly explanation: ExplanationAnswer;
  readonly candidates: readonly CandidateRow[];
}

/** 六渠图: the signals of a person in six lanes over time, flowing into one reading. */
export function SixChannels({ name, explanation, candidates }: SixChannelsProps): ReactNode {
  const labels = useLabels();
  const still = useReducedMotion();
  const marks = useMemo(() => timelineMarks(explanation, (code) => labels.channelOf(code)), [explanation, labels]);
  const picture = useMemo(() => pictureOf(explanation, marks, candidates), [explanation, marks, candidates]);
  const draw = useCallback(
    (palette: Palette): EChartsCoreOption => sixChannelOption({ picture, labels, palette, still }),
    [picture, labels, still],
  );
  if (marks.length === 0) {
    return (
      <section className="lq-card" aria-label={texts.sixChannels}>
        <h2 className="lq-title">{texts.sixChannels}</h2>
        <EmptyNotice title={texts.noSignals} filledBy={texts.noSignalsFilledBy} />
      </section>
    );
  }
  const description = fill(texts.sixChannelsDescription, {
    name,
    count: marks.length,
    day: writtenDay(explanation.asOf),
    e: points(explanation.e, 3),
    level: labels.level(explanation.level),
  });
  return (
    <PictureOrTable
      title={texts.sixChannels}
      picture={
        <>
          <MarkLegend />
          <LazyChart draw={draw} height={HEIGHT} description={description} />
        </>
      }
      table={
        <>
          <MarkTable marks={marks} />
          <HistoryTable explanation={explanation} />
        </>
      }
    />
  );
}
