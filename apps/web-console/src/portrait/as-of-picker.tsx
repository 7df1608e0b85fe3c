import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { textsOf } from '../texts/texts';

const texts = textsOf('portrait');

interface AsOfPickerProps {
  /** What is chosen, and what takes the choice back; the day to read on without them. */
  readonly name?: string;
  readonly back?: string;
  /** The day that is shown; undefined for none. */
  readonly shown: string | undefined;
  /** Whether that day was chosen, and is not simply the latest. */
  readonly chosen: boolean;
  readonly latest: string | undefined;
  readonly onChoose: (day: string | undefined) => void;
}

/** The earliest day that the system knows: its landmark. */
const FIRST_DAY = '2000-01-01';

/** The day to read the person on. The browser's own date field: keyboard, screen reader and calendar come with it. */
export function AsOfPicker({ name = texts.asOf, back = texts.today, shown, chosen, latest, onChoose }: AsOfPickerProps): ReactNode {
  return (
    <span className="lq-as-of lq-no-print">
      <label>
        <span className="lq-meta">{name}</span>
        <Input
          type="date"
          size="small"
          min={FIRST_DAY}
          max={latest}
          value={shown ?? ''}
          onChange={({ target }) => target.validity.valid && target.value !== '' && onChoose(target.value)}
        />
      </label>
      {chosen && (
        <Button size="small" onClick={() => onChoose(undefined)}>
          {back}
        </Button>
      )}
    </span>
  );
}
