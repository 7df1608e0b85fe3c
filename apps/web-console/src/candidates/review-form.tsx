import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { CandidateState } from '../contracts';
import { textsOf } from '../texts/texts';
import type { Act } from './use-candidate-act';

const texts = textsOf('candidates');

interface ReviewFormProps {
  /** In which it was decided. */
  readonly state: CandidateState;
  readonly act: (act: Act) => void;
  readonly waiting: boolean;
}

/** A decision whose basis changed: it stands, or what was taken goes no further. Either way with a reason. */
export function ReviewForm({ state, act, waiting }: ReviewFormProps): ReactNode {
  const [form] = Form.useForm<{ reason: string }>();
  const say = (opinion: 'upheld' | 'withdrawn', name: string): void => {
    void form.validateFields().then(({ reason }) => {
      const leadsTo = opinion === 'withdrawn' ? 'withdrawn' : state;
      act({ name, path: 'review', body: { opinion, reason: reason.trim() }, from: state, leadsTo });
    }, nothing);
  };
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={() => say('upheld', texts.uphold)}>
      <Form.Item name="reason" label={texts.reviewReason} rules={[{ required: true, whitespace: true, message: texts.reasonMissing }]}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={waiting}>
        {texts.uphold}
      </Button>{' '}
      {state === 'taken' && (
        <Button loading={waiting} onClick={() => say('withdrawn', texts.withdraw)}>
          {texts.withdraw}
        </Button>
      )}
      <p className="lq-meta">{state === 'taken' ? texts.reviewNoteTaken : texts.reviewNote}</p>
    </Form>
  );
}

/** What is missing is said at its field. */
const nothing = (): void => undefined;
