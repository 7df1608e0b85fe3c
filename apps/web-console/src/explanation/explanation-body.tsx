import { Watermark } from 'antd';
import type { ReactNode } from 'react';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { PrintFrame } from '../parts/print-frame';
import { useScreenMark } from '../parts/use-screen-mark';
import { policyWord, shortHash } from '../parts/words';
import { FallsOn } from '../portrait/falls-on';
import '../portrait/portrait.css';
import { InForce } from '../portrait/in-force';
import { Sentence } from '../portrait/sentence';
import { HistoryTable } from '../portrait/six-channel/history-table';
import { Waterfall } from '../portrait/waterfall/waterfall';
import { textsOf } from '../texts/texts';
import { ExplanationHeader } from './explanation-header';
import './explanation.css';
import { ScoreTree } from './score-tree';
import { eventsOf } from './score-rows';
import { SmallestSet } from './smallest-set';
import { Unscored } from './unscored';
import { WithoutItem } from './without-item';

const texts = textsOf('explanation');

type ExplanationBodyProps = Parameters<typeof ExplanationHeader>[0];

/** 评分解释: one reading, down to the documents that it rests on, and what it would be without each of them. */
export function ExplanationBody(props: ExplanationBodyProps): ReactNode {
  const { name, of, explanation, question } = props;
  const { asked, ask } = question;
  const mark = useScreenMark();
  const left = eventsOf(explanation).find(({ eventId, without }) => eventId === asked.without && without !== null);
  const { asOf, policy, history } = explanation;
  const title = fill(texts.paper, { name, day: writtenDay(asOf), policy: policyWord(policy.name), hash: shortHash(policy.hash) });
  return (
    <Watermark className="lq-watermarked" {...mark}>
      <PrintFrame title={title}>
        <div className="lq-portrait">
          <ExplanationHeader {...props} />
          <Sentence said={explanation.sentence} />
          <InForce explanation={explanation} />
          {left !== undefined && (
            <WithoutItem explanation={explanation} event={left} of={of} onPutBack={() => ask({ without: undefined })} />
          )}
          <div className="lq-portrait-columns">
            <Waterfall explanation={explanation} without={left?.without ?? null} />
            <div className="lq-portrait-side">
              <SmallestSet explanation={explanation} />
              <FallsOn explanation={explanation} />
            </div>
          </div>
          <ScoreTree explanation={explanation} left={left?.eventId} onLeave={(without) => ask({ without })} />
          <Unscored unscored={explanation.unscored} />
          {history.length > 0 && (
            <section className="lq-card" aria-label={texts.history}>
              <h2 className="lq-title">{texts.history}</h2>
              <HistoryTable explanation={explanation} />
            </section>
          )}
        </div>
      </PrintFrame>
    </Watermark>
  );
}
