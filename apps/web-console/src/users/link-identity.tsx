import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { textsOf } from '../texts/texts';
import type { Changing } from './use-change';

const texts = textsOf('users');

const LONGEST = 255;

/** Who the person is at the identity provider. */
export function LinkIdentity({ changing }: { readonly changing: Changing }): ReactNode {
  const link = (subject: string): void => changing.make({ path: 'identity', body: { subject }, done: texts.doneLinked });
  return (
    <Form<{ subject: string }> layout="vertical" requiredMark={false} onFinish={({ subject }) => link(subject.trim())}>
      <Form.Item
        name="subject"
        label={texts.subject}
        extra={texts.subjectNote}
        rules={[{ required: true, whitespace: true, message: texts.subjectMissing }]}
      >
        <Input autoComplete="off" maxLength={LONGEST} />
      </Form.Item>
      <Button htmlType="submit" loading={changing.waiting}>
        {texts.link}
      </Button>
    </Form>
  );
}
