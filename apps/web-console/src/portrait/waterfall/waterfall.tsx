import { Segmented } from 'antd';
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import type { EChartsCoreOption } from '../../charts/echarts';
import { LazyChart } from '../../charts/lazy-chart';
import type { ExplainedEvent, ExplanationAnswer } from '../../contracts';
import type { Palette } from '../../look/palette';
import { EmptyNotice } from '../../parts/empty-notice';
import { fill } from '../../parts/fill';
import { PictureOrTable } from '../../parts/picture-or-table';
import { addedPoints, points } from '../../parts/points';
import { enumerated } from '../../parts/words';
import { textsOf } from '../../texts/texts';
import { PartsTable } from './parts-table';
import { heightOf, waterfallOption } from './waterfall-option';
import { DEPTHS, waterfallSteps, type Depth } from './waterfall-steps';

const texts = textsOf('portrait');

interface WaterfallProps {
  readonly explanation: ExplanationAnswer;
  /** What the reading would be without an item. */
  readonly without?: ExplainedEvent['without'];
}

/** 分值构成: what E is made of, by channel, matter or signal. */
export function Waterfall({ explanation, without }: WaterfallProps): ReactNode {
  const labels = useLabels();
  const [depth, choose] = useState<Depth>('channel');
  const steps = useMemo(() => waterfallSteps(explanation, depth, without), [explanation, depth, without]);
  const draw = useCallback(
    (palette: Palette): EChartsCoreOption => waterfallOption({ steps, explanation, labels, palette }),
    [steps, explanation, labels],
  );
  if (explanation.e === 0) {
    return (
      <section className="lq-card" aria-label={texts.waterfall}>
        <h2 className="lq-title">{texts.waterfall}</h2>
        <EmptyNotice title={texts.noParts} filledBy={texts.partsFilledBy} />
      </section>
    );
  }
  const description = fill(texts.waterfallDescription, {
    parts: enumerated(explanation.channels.map(({ channel, part }) => `${labels.channel(channel)} ${points(part, 3)}`)),
    e: points(explanation.e, 3),
    exposure: addedPoints(explanation.exposure.part),
    p: points(explanation.p, 3),
  });
  return (
    <PictureOrTable
      title={texts.waterfall}
      picture={
        <>
          <div className="lq-legend lq-meta lq-no-print">
            {texts.depth}
            <Segmented
              size="small"
              aria-label={texts.depth}
              value={depth}
              onChange={choose}
              options={DEPTHS.map((value) => ({ value, label: texts.depths[value] }))}
            />
          </div>
          <LazyChart draw={draw} height={heightOf(steps)} description={description} />
        </>
      }
      table={<PartsTable explanation={explanation} />}
    />
  );
}
