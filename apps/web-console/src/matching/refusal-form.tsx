import { Button, Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { textsOf } from '../texts/texts';

const texts = textsOf('matching');
const MOST = 200;

interface Refusal {
  readonly because: string;
  readonly reason: string;
}

interface RefusalFormProps {
  readonly waiting: boolean;
  readonly onRefuse: (refusal: Refusal) => void;
}

export function RefusalForm({ waiting, onRefuse }: RefusalFormProps): ReactNode {
  return (
    <section>
      <h2>{texts.refuse}</h2>
      <p className="lq-meta">{texts.refuseNote}</p>
      <Form<Refusal> layout="vertical" requiredMark={false} initialValues={{ because: 'not-identifiable' }} onFinish={onRefuse}>
        <Form.Item name="because" label={texts.because}>
          <Select
            size="small"
            virtual={false}
            options={Object.entries(texts.becauses).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={texts.reason} extra={texts.reasonWhat} rules={[{ required: true, whitespace: true, message: texts.reasonMissing }]}>
          <Input maxLength={MOST} />
        </Form.Item>
        <Button htmlType="submit" loading={waiting}>
          {texts.refuse}
        </Button>
      </Form>
    </section>
  );
}
