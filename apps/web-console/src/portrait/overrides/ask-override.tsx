import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useLabels } from '../../catalogue/labels';
import { ProblemNotice } from '../../parts/problem-notice';
import { textsOf } from '../../texts/texts';
import { useOverride } from './use-override';

const texts = textsOf('overrides');

const SHORTEST_REASON = 5;
const LONGEST_REASON = 200;

interface Asked {
  readonly level: string;
  readonly until: string;
  readonly reason: string;
}

interface AskOverrideProps {
  readonly subject: string;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** A level, its last day and why; another person decides. */
export function AskOverride({ subject, onDone, onLeave }: AskOverrideProps): ReactNode {
  const labels = useLabels();
  const { act, waiting, error } = useOverride(onDone);
  const missing = { required: true, message: texts.missing };
  return (
    <Form<Asked>
      layout="vertical"
      requiredMark={false}
      className="lq-join-form lq-no-print"
      onFinish={({ level, until, reason }) => act({ type: 'ask', subject, level, until, reason: reason.trim() })}
    >
      <p className="lq-meta">{texts.means}</p>
      <div className="lq-join-counts">
        <Form.Item name="level" label={texts.level} rules={[missing]}>
          <Select className="lq-override-level" options={labels.levels.map((level) => ({ value: level, label: labels.level(level) }))} />
        </Form.Item>
        <Form.Item name="until" label={texts.until} rules={[missing]}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="reason" label={texts.reason} rules={[{ required: true, whitespace: true, min: SHORTEST_REASON, message: texts.reasonMissing }]}>
        <Input.TextArea rows={2} maxLength={LONGEST_REASON} showCount />
      </Form.Item>
      {error !== null && <ProblemNotice error={error} />}
      <Button type="primary" htmlType="submit" loading={waiting}>
        {texts.ask}
      </Button>{' '}
      <Button onClick={onLeave}>{texts.leave}</Button>
    </Form>
  );
}
