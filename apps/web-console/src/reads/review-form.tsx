import { Form, Input, Modal, Radio } from 'antd';
import type { ReactNode } from 'react';
import type { ReadReview, ReadRow } from '../contracts';
import { ProblemNotice } from '../parts/problem-notice';
import { textsOf } from '../texts/texts';
import { useReadReview } from './use-reads';

const texts = textsOf('reads');

interface ReviewFormProps {
  readonly read: Pick<ReadRow, 'id' | 'reason'>;
  readonly onLeave: () => void;
}

const LEAST = 5;
const MOST = 200;
const FORM = 'lq-review';

export function ReviewForm({ read, onLeave }: ReviewFormProps): ReactNode {
  const { mutate, error, isPending } = useReadReview(read.id);
  return (
    <Modal
      open
      width={480}
      title={texts.reviewTitle}
      okText={texts.note}
      cancelText={texts.leave}
      okButtonProps={{ htmlType: 'submit', form: FORM, loading: isPending }}
      onCancel={onLeave}
    >
      <p className="lq-asking">{read.reason}</p>
      {error !== null && <ProblemNotice error={error} />}
      <Form<ReadReview> id={FORM} layout="vertical" requiredMark={false} onFinish={(review) => mutate(review, { onSuccess: onLeave })}>
        <Form.Item name="opinion" label={texts.opinion} rules={[{ required: true, message: texts.opinionMissing }]}>
          <Radio.Group
            options={(['justified', 'not-justified'] as const).map((value) => ({ value, label: texts.opinions[value] }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={texts.noteWhat}
          rules={[{ required: true, whitespace: true, min: LEAST, message: texts.noteMissing }]}
        >
          <Input.TextArea rows={2} maxLength={MOST} showCount />
        </Form.Item>
      </Form>
    </Modal>
  );
}
