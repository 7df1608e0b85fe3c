import { Button, Popconfirm, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSignInWays } from '../api/queries';
import type { User } from '../contracts';
import { fill } from '../parts/fill';
import { principalWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { LinkIdentity } from './link-identity';
import { ROLE_CHOICES } from './role-choices';
import { EVERYTHING, useUnitChoices, useUnitWord } from './unit-words';
import type { Change, Changing } from './use-change';

const texts = textsOf('users');

interface ActsProps {
  readonly user: User;
  readonly changing: Changing;
}

/** Everything that a security administrator does to somebody else's account. */
export function UserActs({ user, changing }: ActsProps): ReactNode {
  const { data: ways } = useSignInWays();
  const units = useUnitChoices();
  const unitWord = useUnitWord();
  return (
    <section className="lq-user" aria-label={texts.change}>
      <h2>{texts.change}</h2>
      <Choice
        key={`role ${user.role}`}
        name={texts.role}
        button={texts.saveRole}
        now={user.role}
        options={ROLE_CHOICES}
        waiting={changing.waiting}
        onSave={(role) => changing.make({ path: 'role', body: { role }, done: fill(texts.doneRole, { value: principalWord(role) }) })}
      />
      <Choice
        key={`unit ${user.unit ?? EVERYTHING}`}
        name={texts.unit}
        button={texts.saveUnit}
        now={user.unit ?? EVERYTHING}
        options={units}
        waiting={changing.waiting}
        onSave={(chosen) => {
          const unit = chosen === EVERYTHING ? null : chosen;
          changing.make({ path: 'unit', body: { unit }, done: fill(texts.doneUnit, { value: unitWord(unit) }) });
        }}
      />
      <div className="lq-user-buttons">
        {user.active ? (
          <Confirmed button={texts.switchOff} note={texts.switchOffNote} change={{ path: 'active', body: { active: false }, done: texts.doneOff }} changing={changing} />
        ) : (
          <Button loading={changing.waiting} onClick={() => changing.make({ path: 'active', body: { active: true }, done: texts.doneOn })}>
            {texts.switchOn}
          </Button>
        )}
        <Confirmed button={texts.renew} note={texts.renewNote} change={{ path: 'credentials', body: {}, done: '' }} changing={changing} />
        {user.linked && (
          <Confirmed button={texts.unlink} note={texts.unlinkNote} change={{ path: 'identity', body: { subject: null }, done: texts.doneUnlinked }} changing={changing} />
        )}
      </div>
      {ways?.oidc === true && !user.linked && <LinkIdentity changing={changing} />}
    </section>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly button: string;
  readonly now: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly waiting: boolean;
  readonly onSave: (chosen: string) => void;
}

/** One of several, saved by a button: nothing changes by turning a wheel. */
function Choice({ name, button, now, options, waiting, onSave }: ChoiceProps): ReactNode {
  const [chosen, setChosen] = useState(now);
  return (
    <div className="lq-user-choice">
      <div>
        <span>{name}</span>
        <Select aria-label={name} value={chosen} options={[...options]} onChange={setChosen} showSearch={{ optionFilterProp: 'label' }} />
      </div>
      <Button disabled={chosen === now} loading={waiting} onClick={() => onSave(chosen)}>
        {button}
      </Button>
    </div>
  );
}

interface ConfirmedProps {
  readonly button: string;
  readonly note: string;
  readonly change: Change;
  readonly changing: Changing;
}

/** What cannot be taken back is asked once more. */
function Confirmed({ button, note, change, changing }: ConfirmedProps): ReactNode {
  return (
    <Popconfirm title={button} description={note} okText={texts.yes} cancelText={texts.no} onConfirm={() => changing.make(change)}>
      <Button loading={changing.waiting}>{button}</Button>
    </Popconfirm>
  );
}
