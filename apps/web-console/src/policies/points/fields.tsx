import { Checkbox, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { stepsOf, valueAt } from '../document';
import { NumberField, type Scale } from '../odds/number-field';
import { Place } from './place';
import { useList, useSchemeForm, useText } from './scheme-form';

interface FieldProps {
  readonly pointer: string;
  /** What it is called; the unit, where it has one, is told with it. */
  readonly name: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A field with its name above it. */
function Named({ pointer, name, children }: FieldProps & { readonly children: ReactNode }): ReactNode {
  return (
    <Place pointer={pointer} className="lq-scheme-field">
      <span className="lq-meta" aria-hidden>
        {name}
      </span>
      {children}
    </Place>
  );
}

const LONGEST = 120;

interface TextFieldProps extends FieldProps {
  readonly width?: number;
  /** Whether nothing written means that the field is not there. */
  readonly optional?: boolean;
  readonly date?: boolean;
  readonly longest?: number;
}

export function TextField({ pointer, name, width = 180, optional = false, date = false, longest = LONGEST }: TextFieldProps): ReactNode {
  const { put, writable } = useSchemeForm();
  const value = useText(pointer);
  return (
    <Named pointer={pointer} name={name}>
      <Input
        size="small"
        type={date ? 'date' : 'text'}
        aria-label={name}
        style={{ width }}
        maxLength={longest}
        readOnly={!writable}
        value={value}
        onChange={({ target }) => put(pointer, optional && target.value === '' ? undefined : target.value)}
      />
    </Named>
  );
}

/** What people read: Chinese, and English where it is given. */
export function LabelFields({ pointer, name, english }: FieldProps & { readonly english: string }): ReactNode {
  return (
    <Place pointer={pointer} className="lq-scheme-label">
      <TextField pointer={`${pointer}/zh`} name={name} width={190} />
      <TextField pointer={`${pointer}/en`} name={english} width={190} optional />
    </Place>
  );
}

interface CountFieldProps extends FieldProps {
  readonly scale?: Scale;
  readonly unit: string;
}

export function CountField({ pointer, name, scale = 1, unit }: CountFieldProps): ReactNode {
  const { document, put, writable } = useSchemeForm();
  return (
    <Named pointer={pointer} name={name}>
      <NumberField document={document} put={put} writable={writable} pointer={pointer} name={name} scale={scale} unit={unit} width={88} />
    </Named>
  );
}

interface ChoiceFieldProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly optional?: boolean;
  readonly width?: number;
  /** What a choice means for more than this place; by default it is written here. */
  readonly onChoose?: (value: string) => void;
}

/** One of many. */
export function ChoiceField({ pointer, name, choices, optional = false, width = 150, onChoose }: ChoiceFieldProps): ReactNode {
  const { put, writable } = useSchemeForm();
  const value = useText(pointer);
  const choose = (chosen: string | undefined): void => {
    if (chosen !== undefined && onChoose !== undefined) onChoose(chosen);
    else put(pointer, chosen);
  };
  return (
    <Named pointer={pointer} name={name}>
      <Select
        size="small"
        showSearch={{ optionFilterProp: 'label' }}
        allowClear={optional}
        aria-label={name}
        disabled={!writable}
        popupMatchSelectWidth={false}
        style={{ width }}
        value={value === '' ? null : value}
        options={[...choices]}
        onChange={(chosen: string | null | undefined) => choose(chosen ?? undefined)}
      />
    </Named>
  );
}

/** One of a few, all in sight. */
export function RadioField({ pointer, name, choices, onChoose }: ChoiceFieldProps): ReactNode {
  const { put, writable } = useSchemeForm();
  const value = useText(pointer);
  return (
    <Named pointer={pointer} name={name}>
      <Radio.Group
        aria-label={name}
        disabled={!writable}
        value={value}
        options={[...choices]}
        onChange={({ target }) => (onChoose ?? ((chosen: string) => put(pointer, chosen)))(target.value as string)}
      />
    </Named>
  );
}

interface ChecksFieldProps<Value extends string | boolean> extends FieldProps {
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
}

/** Several of a few; they are written in the order in which they are offered, whatever was ticked first. */
export function ChecksField<Value extends string | boolean>({ pointer, name, choices }: ChecksFieldProps<Value>): ReactNode {
  const { put, writable } = useSchemeForm();
  const ticked = useList(pointer);
  return (
    <Named pointer={pointer} name={name}>
      <div role="group" aria-label={name} className="lq-scheme-checks">
        {choices.map(({ value, label }) => (
          <Checkbox
            key={String(value)}
            disabled={!writable}
            checked={ticked.includes(value)}
            onChange={({ target }) =>
              put(
                pointer,
                choices.flatMap((choice) => ((choice.value === value ? target.checked : ticked.includes(choice.value)) ? [choice.value] : [])),
              )
            }
          >
            {label}
          </Checkbox>
        ))}
      </div>
    </Named>
  );
}

/** A part of the document that may be left out. */
export function OptionalPart({ pointer, name, blank, children }: FieldProps & { readonly blank: unknown; readonly children: ReactNode }): ReactNode {
  const { document, put, writable } = useSchemeForm();
  const there = valueAt(document, stepsOf(pointer)) !== undefined;
  return (
    <Place pointer={pointer} className="lq-scheme-part">
      <Checkbox disabled={!writable} checked={there} onChange={({ target }) => put(pointer, target.checked ? blank : undefined)}>
        {name}
      </Checkbox>
      {there && children}
    </Place>
  );
}
