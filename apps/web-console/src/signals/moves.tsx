import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSession } from '../api/queries';
import { OneField } from '../candidates/one-field';
import type { MoveRow, SignalRow } from '../contracts';
import { Facts } from '../parts/facts';
import { ProblemNotice } from '../parts/problem-notice';
import { useMay } from '../people/may';
import { textsOf } from '../texts/texts';
import { MoveForm } from './move-form';
import { useMoves, useMoving } from './use-moves';

const texts = textsOf('moves');
const LONGEST_REASON = 200;

/** Whether the signal is told of the wrong subject: what was said of it, and the way to say so. */
export function Moves({ signal }: { readonly signal: SignalRow }): ReactNode {
  const may = useMay();
  const { data, error } = useMoves(signal.eventId);
  const [asked, setAsked] = useState(false);
  const items = data?.items ?? [];
  const canAsk = signal.state === 'resolved' && signal.subject !== null && may('POST /api/v1/moves') && items.every(({ state }) => state !== 'waiting');
  if (error !== null) return <ProblemNotice error={error} />;
  if (items.length === 0 && !canAsk) return null;
  return (
    <section aria-label={texts.title}>
      <h2>{texts.title}</h2>
      {items.map((move) => (
        <OneMove key={move.id} move={move} />
      ))}
      {canAsk && !asked && (
        <Button className="lq-no-print" size="small" onClick={() => setAsked(true)}>
          {texts.ask}
        </Button>
      )}
      {canAsk && asked && <MoveForm signal={signal} onDone={() => setAsked(false)} />}
    </section>
  );
}

function OneMove({ move }: { readonly move: MoveRow }): ReactNode {
  const { from, to, reason, askedBy, askedOn, decidedBy, decidedOn, refusedBecause, state } = move;
  return (
    <>
      <Facts
        of={[
          [texts.state, texts.states[state]],
          [texts.from, from.name],
          [texts.to, to?.name ?? texts.toMatching],
          [texts.reason, reason],
          [texts.askedBy, `${askedBy} ${askedOn}`],
          ...(decidedBy === null ? [] : [[texts.decidedBy, `${decidedBy} ${decidedOn ?? ''}`] as const]),
          ...(refusedBecause === null ? [] : [[texts.refusedBecause, refusedBecause] as const]),
        ]}
      />
      {state === 'waiting' && <Deciding move={move} />}
    </>
  );
}

/** For another person than who asked. */
function Deciding({ move: { id, askedBy } }: { readonly move: MoveRow }): ReactNode {
  const may = useMay();
  const { data: person } = useSession();
  const [refusing, setRefusing] = useState(false);
  const { act, waiting, error } = useMoving(() => setRefusing(false));
  if (!may('POST /api/v1/moves/:id/confirmation')) return <p className="lq-meta">{texts.waits}</p>;
  if (person?.id === askedBy) return <p className="lq-meta">{texts.anotherPerson}</p>;
  return (
    <div className="lq-no-print">
      {!refusing && (
        <p className="lq-ways">
          <Button type="primary" size="small" loading={waiting} onClick={() => act({ kind: 'confirming', id })}>
            {texts.confirm}
          </Button>
          <Button size="small" onClick={() => setRefusing(true)}>
            {texts.refuse}
          </Button>
        </p>
      )}
      {refusing && (
        <OneField
          name={texts.refusedBecause}
          missing={texts.reasonMissing}
          most={LONGEST_REASON}
          rows={2}
          button={texts.refuse}
          waiting={waiting}
          onSend={(because) => act({ kind: 'refusing', id, reason: because })}
        />
      )}
      {error !== null && <ProblemNotice error={error} />}
    </div>
  );
}
