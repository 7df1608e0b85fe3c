import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ExplainedEvent, ExplanationAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { LevelTag } from '../parts/level-tag';
import { points } from '../parts/points';
import { Fact } from '../portrait/fact';
import { textsOf } from '../texts/texts';

const texts = textsOf('explanation');

interface WithoutItemProps {
  readonly explanation: ExplanationAnswer;
  readonly event: ExplainedEvent;
  readonly of: 'cadre' | 'unit';
  readonly onPutBack: () => void;
}

/** 若无此项: the two numbers and the level as if its source had taken the item back, beside those that are. */
export function WithoutItem({ explanation: { e, p, level }, event, of, onPutBack }: WithoutItemProps): ReactNode {
  const { without, label, day } = event;
  if (without === null) return null;
  return (
    <section className="lq-card lq-without-item" aria-label={texts.withoutTitle} aria-live="polite">
      <div className="lq-card-head">
        <h2>{fill(texts.withoutThis, { name: label, day })}</h2>
        <span className="lq-spring" />
        <Button className="lq-no-print" size="small" onClick={onPutBack}>
          {texts.putBack}
        </Button>
      </div>
      <dl className="lq-facts">
        <Fact name={texts.evidence} large>
          {fill(texts.fromTo, { from: points(e, 3), to: points(without.e, 3) })}
        </Fact>
        {of === 'cadre' && (
          <Fact name={texts.priority} large>
            {fill(texts.fromTo, { from: points(p, 3), to: points(without.p, 3) })}
          </Fact>
        )}
        <Fact name={texts.level}>
          <LevelTag level={level} /> → <LevelTag level={without.level} />
        </Fact>
      </dl>
      <p className="lq-meta">{texts.withoutWhat}</p>
    </section>
  );
}
