import { Button, Form, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import type { SignalRow } from '../contracts';
import { PersonSearch } from '../matching/person-search';
import { UnitChoice } from '../matching/unit-choice';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';
import { type MoveTarget, useMoving, useRightCadres } from './use-moves';

const texts = textsOf('moves');
const SHORTEST_REASON = 5;
const LONGEST_REASON = 200;

interface Chosen {
  readonly name: string;
  readonly to: MoveTarget;
}

interface MoveFormProps {
  readonly signal: SignalRow;
  readonly onDone: () => void;
}

/** The reason first: it is also what the search for the right person is logged with. */
export function MoveForm({ signal, onDone }: MoveFormProps): ReactNode {
  const [reason, setReason] = useState('');
  const [known, setKnown] = useState(true);
  const [chosen, setChosen] = useState<Chosen>();
  const { act, waiting, error } = useMoving(onDone);
  const isGiven = reason.trim().length >= SHORTEST_REASON;
  const target = known ? chosen : { name: texts.toMatching, to: null };
  const isUnit = signal.subject?.id.startsWith('unit:') ?? false;
  return (
    <div className="lq-no-print">
      <p className="lq-meta">{texts.what}</p>
      <Form layout="vertical">
        <Form.Item label={texts.reason} htmlFor="move-reason" help={isGiven ? undefined : texts.reasonMissing}>
          <Input.TextArea id="move-reason" rows={2} maxLength={LONGEST_REASON} value={reason} onChange={({ target: { value } }) => setReason(value)} />
        </Form.Item>
        <Radio.Group
          aria-label={texts.to}
          value={known}
          onChange={({ target: { value } }) => setKnown(value === true)}
          options={[
            { value: true, label: texts.toSomebody },
            { value: false, label: texts.toMatching },
          ]}
        />
      </Form>
      {known && isUnit && <UnitChoice onChoose={({ name, body }) => setChosen({ name, to: body as MoveTarget })} />}
      {known && !isUnit && <RightPerson eventId={signal.eventId} reason={reason.trim()} ready={isGiven} onChoose={setChosen} />}
      {target !== undefined && <p role="status">{fill(texts.chosen, { name: target.name })}</p>}
      <p className="lq-ways">
        <Button
          type="primary"
          disabled={!isGiven || target === undefined}
          loading={waiting}
          onClick={() => target !== undefined && act({ kind: 'asking', signals: [signal.eventId], to: target.to, reason: reason.trim() })}
        >
          {texts.send}
        </Button>
        <Button onClick={onDone}>{texts.cancel}</Button>
      </p>
      {error !== null && <ProblemNotice error={error} />}
    </div>
  );
}

interface RightPersonProps {
  readonly eventId: string;
  readonly reason: string;
  readonly ready: boolean;
  readonly onChoose: (chosen: Chosen) => void;
}

function RightPerson({ eventId, reason, ready, onChoose }: RightPersonProps): ReactNode {
  const [name, setName] = useState<string>();
  const asked = useRightCadres(eventId, name, reason);
  return (
    <div className="lq-look-up">
      <PersonSearch label={texts.search} asked={asked} disabled={!ready} onSearch={setName}>
        {({ cadreId, name: found, posts }) => (
          <Button size="small" onClick={() => onChoose({ name: [found, posts[0] ?? ''].join(' ').trim(), to: { cadreId } })}>
            {texts.choose}
          </Button>
        )}
      </PersonSearch>
    </div>
  );
}
