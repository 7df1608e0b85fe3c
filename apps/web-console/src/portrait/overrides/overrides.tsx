import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { OneField } from '../../candidates/one-field';
import type { OverrideRow } from '../../contracts';
import { writtenDay } from '../../parts/civil-day';
import { fill } from '../../parts/fill';
import { LevelTag } from '../../parts/level-tag';
import { ProblemNotice } from '../../parts/problem-notice';
import { personWord } from '../../parts/words';
import { useMay } from '../../people/may';
import { Chinese } from '../../texts/chinese';
import { textsOf } from '../../texts/texts';
import { AskOverride } from './ask-override';
import { useOverride } from './use-override';

const texts = textsOf('overrides');

const LONGEST_REASON = 200;

interface OverridesProps {
  readonly subject: string;
  readonly overrides: readonly OverrideRow[];
}

/** 人工定级: levels that two persons set beside the computed one, with their reasons and last days. */
export function Overrides({ subject, overrides }: OverridesProps): ReactNode {
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const isTaken = overrides.some(({ state }) => state === 'waiting' || state === 'holding');
  const mayAsk = !isTaken && may('POST /api/v1/overrides');
  if (overrides.length === 0 && !mayAsk) return null;
  return (
    <section className="lq-card" aria-label={texts.title}>
      <h2 className="lq-title">
        {texts.title}
        {mayAsk && !asking && (
          <Button className="lq-no-print" size="small" type="link" onClick={() => setAsking(true)}>
            {texts.begin}
          </Button>
        )}
      </h2>
      {asking && <AskOverride subject={subject} onDone={() => setAsking(false)} onLeave={() => setAsking(false)} />}
      <ul className="lq-lines">
        {overrides.map((override) => (
          <li key={override.id}>
            <OneOverride override={override} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneOverride({ override }: { readonly override: OverrideRow }): ReactNode {
  const { level, until, state, asked, decided, lifted } = override;
  return (
    <>
      <div>
        <LevelTag level={level} /> {fill(texts.states[state], { until: writtenDay(until) })}
      </div>
      <div className="lq-meta">
        {fill(texts.asked, { by: personWord(asked.by), day: writtenDay(asked.on) })}
        <Chinese>{asked.reason}</Chinese>
      </div>
      {decided !== null && (
        <div className="lq-meta">
          {fill(decided.reason === null ? texts.confirmed : texts.refused, { by: personWord(decided.by), day: writtenDay(decided.on) })}
          {decided.reason !== null && <Chinese>{decided.reason}</Chinese>}
        </div>
      )}
      {lifted !== null && (
        <div className="lq-meta">
          {fill(texts.lifted, { by: personWord(lifted.by), day: writtenDay(lifted.on) })}
          <Chinese>{lifted.reason}</Chinese>
        </div>
      )}
      <Acts override={override} />
    </>
  );
}

function Acts({ override: { id, state } }: { readonly override: OverrideRow }): ReactNode {
  const may = useMay();
  const [asked, setAsked] = useState<'refusal' | 'lifting'>();
  const { act, waiting, error } = useOverride(() => setAsked(undefined));
  const mayDecide = state === 'waiting' && may('POST /api/v1/overrides/:id/confirmation');
  const mayLift = state === 'holding' && may('POST /api/v1/overrides/:id/lifting');
  if (!mayDecide && !mayLift) return null;
  return (
    <div className="lq-no-print">
      {asked === undefined && mayDecide && (
        <Button size="small" type="primary" loading={waiting} onClick={() => act({ type: 'confirmation', id })}>
          {texts.confirm}
        </Button>
      )}{' '}
      {asked === undefined && (
        <Button size="small" onClick={() => setAsked(mayDecide ? 'refusal' : 'lifting')}>
          {mayDecide ? texts.refuse : texts.lift}
        </Button>
      )}
      {asked !== undefined && (
        <OneField
          name={texts.reason}
          missing={texts.reasonMissing}
          most={LONGEST_REASON}
          rows={1}
          button={asked === 'refusal' ? texts.refuse : texts.lift}
          waiting={waiting}
          onSend={(reason) => act({ type: asked, id, reason })}
        />
      )}
      {error !== null && <ProblemNotice error={error} />}
    </div>
  );
}
