import { Form, Input, Modal, Select } from 'antd';
import type { ReactNode } from 'react';
import { textsOf } from '../texts/texts';
import { whyOf, type Way } from './ways';
import type { Why } from './why-memory';

const texts = textsOf('purpose');

interface PurposeFormProps {
  readonly ways: readonly Way[];
  readonly onSay: (why: Why) => void;
  readonly onLeave: () => void;
}

interface Filled {
  readonly way: string;
  readonly reason?: string;
}

const LEAST = 5;
const MOST = 200;
const FORM = 'lq-purpose';

/** Asks what a read is for, before anything of the person is shown. */
export function PurposeForm({ ways, onSay, onLeave }: PurposeFormProps): ReactNode {
  const [form] = Form.useForm<Filled>();
  const way = Form.useWatch('way', form);
  const chosen = ways.find(({ value }) => value === way);
  const say = ({ way: filled, reason }: Filled): void => {
    const said = ways.find(({ value }) => value === filled);
    if (said !== undefined) onSay(whyOf(said, reason));
  };
  return (
    <Modal
      open
      width={480}
      title={texts.title}
      okText={texts.read}
      cancelText={texts.leave}
      okButtonProps={{ htmlType: 'submit', form: FORM }}
      onCancel={onLeave}
      mask={{ closable: false }}
    >
      <p className="lq-asking">{texts.what}</p>
      <Form id={FORM} form={form} layout="vertical" requiredMark={false} onFinish={say} initialValues={{ way: ways[0]?.value }}>
        <Form.Item name="way" label={texts.purpose} rules={[{ required: true, message: texts.purposeMissing }]}>
          <Select virtual={false} options={ways.map(({ value, label }) => ({ value, label }))} />
        </Form.Item>
        {chosen !== undefined && chosen.task === undefined && (
          <Form.Item
            name="reason"
            label={texts.reason}
            extra={texts.reasonWhat}
            rules={[{ required: true, whitespace: true, min: LEAST, message: texts.reasonMissing }]}
          >
            <Input.TextArea autoFocus rows={2} maxLength={MOST} showCount />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
