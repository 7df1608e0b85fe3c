import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { textsOf } from '../texts/texts';

const texts = textsOf('lists');

const LONGEST_NAME = 40;

interface NameViewProps {
  readonly waiting: boolean;
  readonly onKeep: (name: string) => void;
  readonly onLeave: () => void;
}

/** A name for the filters at hand; Enter keeps, Escape leaves. */
export function NameView({ waiting, onKeep, onLeave }: NameViewProps): ReactNode {
  const [name, setName] = useState('');
  const written = name.trim();
  return (
    <form
      className="lq-name-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (written !== '') onKeep(written);
      }}
      onKeyDown={({ key }) => key === 'Escape' && onLeave()}
    >
      <Input
        size="small"
        autoFocus
        aria-label={texts.name}
        placeholder={texts.name}
        maxLength={LONGEST_NAME}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button size="small" type="primary" htmlType="submit" disabled={written === ''} loading={waiting}>
        {texts.save}
      </Button>
      <Button size="small" onClick={onLeave}>
        {texts.leave}
      </Button>
    </form>
  );
}
