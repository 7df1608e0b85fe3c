import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import { useRebuildAct, type RebuildAct } from '../api/rebuild-queries';
import type { RebuildAnswer, SlotAnswer } from '../contracts';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { personWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { StartForm } from './start-form';
import { SwitchForm } from './switch-form';

const texts = textsOf('rebuild');

export interface Acting {
  readonly act: (act: RebuildAct) => void;
  readonly waiting: boolean;
}

interface ActsProps {
  readonly told: RebuildAnswer;
  readonly acting: Acting;
}

/** What the person at the screen may decide about the other slot as it stands now. */
export function RebuildActs({ told }: { readonly told: RebuildAnswer }): ReactNode {
  const { mutate, isPending, error } = useRebuildAct();
  const acting: Acting = { act: (act) => mutate(act), waiting: isPending };
  const { state } = told.other;
  return (
    <section className="lq-card lq-no-print lq-rebuild-acts" aria-label={texts.act}>
      <div className="lq-card-head">
        <h2>{texts.act}</h2>
        <span className="lq-spring" />
        {state !== 'empty' && <Drop state={state} acting={acting} />}
      </div>
      {error !== null && <ProblemNotice error={error} />}
      <div className="lq-rebuild-forms">
        {state !== 'filling' && <StartForm told={told} acting={acting} />}
        {state === 'ready' && <Certify told={told} acting={acting} />}
        {(state === 'ready' || state === 'standby') && <SwitchForm told={told} acting={acting} />}
      </div>
    </section>
  );
}

const DROPS: Readonly<Record<'filling' | 'ready' | 'standby', string>> = {
  filling: texts.dropFilling,
  ready: texts.dropReady,
  standby: texts.dropStandby,
};

function Drop({ state, acting }: { readonly state: SlotAnswer['state']; readonly acting: Acting }): ReactNode {
  if (state !== 'filling' && state !== 'ready' && state !== 'standby') return null;
  return (
    <Popconfirm
      title={texts.drop}
      description={DROPS[state]}
      okText={texts.yes}
      cancelText={texts.no}
      onConfirm={() => acting.act({ path: '/drop', body: {} })}
    >
      <Button size="small">{texts.drop}</Button>
    </Popconfirm>
  );
}

function Certify({ told: { other }, acting: { act, waiting } }: ActsProps): ReactNode {
  const asked = other.certificateAskedBy;
  return (
    <div>
      <p className="lq-meta">{texts.certifyNote}</p>
      {asked !== null && <p role="status">{fill(texts.certifying, { person: personWord(asked) })}</p>}
      <Button loading={waiting || asked !== null} onClick={() => act({ path: '/certificate', body: {} })}>
        {texts.certify}
      </Button>
    </div>
  );
}
