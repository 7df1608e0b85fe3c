import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { PolicyFormProps } from '../policy-forms';
import { stepsOf, valueAt } from '../document';

/** How a number of the document is shown: milli-points and micro-odds as people say them. */
export type Scale = 1 | 1_000 | 1_000_000;

export interface NumberFieldProps extends Pick<PolicyFormProps, 'document' | 'put' | 'writable'> {
  readonly pointer: string;
  /** What it is called for who does not see where it stands. */
  readonly name: string;
  readonly scale?: Scale;
  readonly unit?: string;
  readonly width?: number;
}

const DIGITS: Readonly<Record<Scale, number>> = { 1: 0, 1_000: 3, 1_000_000: 6 };

/** One number of the document; what is no number there is shown as nothing. */
export function NumberField({ document, put, writable, pointer, name, scale = 1, unit, width = 96 }: NumberFieldProps): ReactNode {
  const value = valueAt(document, stepsOf(pointer));
  return (
    <span data-pointer={pointer}>
      <InputNumber
        size="small"
        aria-label={name}
        controls={false}
        readOnly={!writable}
        min={0}
        precision={DIGITS[scale]}
        style={{ width }}
        suffix={unit}
        formatter={(shown) => trimmed(String(shown ?? ''))}
        value={typeof value === 'number' ? value / scale : null}
        onChange={(typed) => put(pointer, typed === null ? undefined : Math.round(typed * scale))}
      />
    </span>
  );
}

/** `0.300000` as `0.3`. */
const trimmed = (shown: string): string => (shown.includes('.') ? shown.replace(/\.?0+$/, '') : shown);
