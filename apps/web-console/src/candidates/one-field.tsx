import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';

interface OneFieldProps {
  readonly name: string;
  /** What to say when nothing was written. */
  readonly missing: string;
  /** Characters at most. */
  readonly most: number;
  readonly rows: number;
  readonly button: string;
  /** Whether another button beside it is the main one. */
  readonly minor?: boolean;
  readonly waiting: boolean;
  readonly onSend: (text: string) => void;
}

/** A form of one text and one button. */
export function OneField({ name, missing, most, rows, button, minor = false, waiting, onSend }: OneFieldProps): ReactNode {
  return (
    <Form<{ text: string }> layout="vertical" requiredMark={false} onFinish={({ text }) => onSend(text.trim())}>
      <Form.Item name="text" label={name} rules={[{ required: true, whitespace: true, message: missing }]}>
        {rows === 1 ? <Input maxLength={most} /> : <Input.TextArea rows={rows} maxLength={most} showCount />}
      </Form.Item>
      <Button type={minor ? 'default' : 'primary'} htmlType="submit" loading={waiting}>
        {button}
      </Button>
    </Form>
  );
}
