import { Form, Input, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useSettling } from '../api/rebuild-queries';
import type { PolicyReviewRow } from '../contracts';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';

const texts = textsOf('reviews');

const MOST = 500;
const FORM = 'lq-settle';

interface SettleFormProps {
  readonly review: PolicyReviewRow;
  readonly onLeave: () => void;
}

/** What somebody who has looked found. */
export function SettleForm({ review: { id, name }, onLeave }: SettleFormProps): ReactNode {
  const { mutate, error, isPending } = useSettling(id);
  return (
    <Modal
      open
      width={480}
      title={fill(texts.settleTitle, { name })}
      okText={texts.settle}
      cancelText={texts.leave}
      okButtonProps={{ htmlType: 'submit', form: FORM, loading: isPending }}
      onCancel={onLeave}
    >
      <p className="lq-asking">{texts.settleNote}</p>
      {error !== null && <ProblemNotice error={error} />}
      <Form<{ note: string }>
        id={FORM}
        layout="vertical"
        requiredMark={false}
        onFinish={({ note }) => mutate({ note: note.trim() }, { onSuccess: onLeave })}
      >
        <Form.Item name="note" label={texts.finding} rules={[{ required: true, whitespace: true, message: texts.findingMissing }]}>
          <Input.TextArea rows={3} maxLength={MOST} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
