import { Form, InputNumber, type InputNumberProps } from 'antd';
import type { ReactNode } from 'react';
import { textsOf } from '../texts/texts';
import { fill } from './fill';

const words = textsOf('words');

interface WholeNumberFieldProps extends Pick<InputNumberProps, 'size' | 'controls'> {
  readonly name: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly width?: number;
}

/** A whole number that a form asks for. What is typed stays as it was typed: out of the range it is refused in words, never changed. */
export function WholeNumberField({ name, label, from, to, width, ...look }: WholeNumberFieldProps): ReactNode {
  const message = fill(words.wholeNumber, { from, to });
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, type: 'integer', min: from, max: to, message }]}>
      <InputNumber {...look} style={{ width }} />
    </Form.Item>
  );
}
