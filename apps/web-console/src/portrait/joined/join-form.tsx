import { Button, Form, Input, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { ProblemNotice } from '../../parts/problem-notice';
import { fill } from '../../parts/fill';
import { WholeNumberField } from '../../parts/whole-number-field';
import { textsOf } from '../../texts/texts';
import { useJoining } from './use-joining';

const texts = textsOf('joinings');

const LONGEST_REASON = 200;

interface Said {
  readonly kind: 'link' | 'campaign';
  readonly texts: number;
  readonly accounts: number;
  readonly reason: string;
}

interface JoinFormProps {
  readonly subject: string;
  /** Event ids of the signals chosen. */
  readonly signals: readonly string[];
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** Says of the signals chosen that they are one matter, or letters of one campaign. */
export function JoinForm({ subject, signals, onDone, onLeave }: JoinFormProps): ReactNode {
  const [kind, setKind] = useState<Said['kind']>('link');
  const { act, waiting, error } = useJoining(onDone);
  const send = (said: Said): void => {
    const common = { subject, signals, reason: said.reason.trim() };
    act(said.kind === 'link' ? { kind: 'link', ...common } : { kind: 'campaign', ...common, texts: said.texts, accounts: said.accounts });
  };
  return (
    <Form<Said>
      layout="vertical"
      requiredMark={false}
      className="lq-join-form lq-no-print"
      initialValues={{ kind: 'link', texts: 1, accounts: 1 }}
      onFinish={send}
    >
      <p>{fill(texts.chosen, { count: signals.length })}</p>
      <Form.Item name="kind">
        <Radio.Group
          aria-label={texts.kind}
          onChange={({ target }) => setKind(target.value as Said['kind'])}
          options={[
            { value: 'link', label: texts.link },
            { value: 'campaign', label: texts.campaign },
          ]}
        />
      </Form.Item>
      <p className="lq-meta">{kind === 'link' ? texts.linkMeans : texts.campaignMeans}</p>
      {kind === 'campaign' && (
        <div className="lq-join-counts">
          <WholeNumberField name="texts" label={texts.texts} from={1} to={500} />
          <WholeNumberField name="accounts" label={texts.accounts} from={0} to={500} />
        </div>
      )}
      <Form.Item name="reason" label={texts.reason} rules={[{ required: true, whitespace: true, message: texts.reasonMissing }]}>
        <Input.TextArea rows={2} maxLength={LONGEST_REASON} showCount />
      </Form.Item>
      {error !== null && <ProblemNotice error={error} />}
      <Button type="primary" htmlType="submit" loading={waiting} disabled={signals.length < 2}>
        {texts.join}
      </Button>{' '}
      <Button onClick={onLeave}>{texts.leave}</Button>
    </Form>
  );
}
