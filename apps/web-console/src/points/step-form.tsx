import { Button, Form, Input, Space } from 'antd';
import type { ReactNode } from 'react';
import type { PointsStep } from '../contracts';
import { textsOf } from '../texts/texts';
import { todayHere } from './today-here';

const texts = textsOf('points');

interface Said {
  readonly on: string;
  readonly due?: string;
  readonly note?: string;
}

interface StepFormProps {
  readonly step: PointsStep;
  /** The day of the fact: nothing is done about it before. */
  readonly earliest: string;
  readonly waiting: boolean;
  readonly onSend: (said: Said) => void;
  readonly onLeave: () => void;
}

const LONGEST_NOTE = 200;
/** What takes points away, or leaves them, says why. */
const REASONED: readonly PointsStep[] = ['refusal', 'objection', 'objection-upheld', 'objection-rejected'];

/** The day of a step, and what there is to say about it. */
export function StepForm({ step, earliest, waiting, onSend, onLeave }: StepFormProps): ReactNode {
  const reasoned = REASONED.includes(step);
  const send = ({ on, due, note }: Said): void => {
    const said = note?.trim() ?? '';
    onSend({ on, ...(due === undefined ? {} : { due }), ...(said === '' ? {} : { note: said }) });
  };
  return (
    <Form<Said> layout="vertical" requiredMark={false} className="lq-points-form" initialValues={{ on: todayHere() }} onFinish={send}>
      <Form.Item name="on" label={texts.stepDay} rules={[{ required: true, message: texts.dayMissing }]}>
        <Input type="date" min={earliest} max={todayHere()} />
      </Form.Item>
      {step === 'term-set' && (
        <Form.Item name="due" label={texts.due} rules={[{ required: true, message: texts.dayMissing }]}>
          <Input type="date" min={earliest} />
        </Form.Item>
      )}
      <Form.Item
        name="note"
        label={reasoned ? texts.reason : texts.note}
        rules={reasoned ? [{ required: true, whitespace: true, message: texts.reasonMissing }] : []}
      >
        <Input maxLength={LONGEST_NOTE} />
      </Form.Item>
      <Space>
        <Button type="primary" htmlType="submit" loading={waiting}>
          {texts.enter}
        </Button>
        <Button onClick={onLeave}>{texts.leave}</Button>
      </Space>
    </Form>
  );
}
