import { Select } from 'antd';
import type { ReactNode } from 'react';
import './lists.css';

interface ChoiceFilterProps<Value extends string> {
  readonly name: string;
  readonly all: string;
  readonly values: readonly Value[];
  readonly word: (value: Value) => string;
  readonly value: string | undefined;
  readonly onAsk: (value: string | undefined) => void;
}

/** One of a few values, or all of them. */
export function ChoiceFilter<Value extends string>({ name, all, values, word, value, onAsk }: ChoiceFilterProps<Value>): ReactNode {
  return (
    <Select
      size="small"
      className="lq-choice-filter"
      aria-label={name}
      placeholder={all}
      allowClear
      virtual={false}
      popupMatchSelectWidth={false}
      value={value ?? null}
      onChange={(chosen: string | null | undefined) => onAsk(chosen ?? undefined)}
      options={values.map((each) => ({ value: each, label: word(each) }))}
    />
  );
}
