import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../api/queries';
import type { CandidateBrakeAnswer } from '../contracts';
import { writtenInstant } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { wholeNumber } from '../parts/points';
import { ProblemNotice } from '../parts/problem-notice';
import { WholeNumberField } from '../parts/whole-number-field';
import { personWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import { useBrake, useRelease, useSetLimit } from './brake-queries';

const texts = textsOf('brake');
const MOST_AT_ONCE = 100;
const MOST_A_DAY = 1000;

/** What is held and why; the head of the handling office lets it go, a portion at a time, and sets the limit. */
export function BrakePanel(): ReactNode {
  const role = useSession().data?.role;
  const { data, error, refetch } = useBrake();
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <section className="lq-card lq-brake-panel" aria-label={texts.title}>
      <h2>{texts.title}</h2>
      <p>{limitSentence(data)}</p>
      <p className="lq-meta">{texts.means}</p>
      {role === 'handling-office-head' && (
        <div className="lq-brake-forms lq-no-print">
          {data.held > 0 && <ReleaseForm held={data.held} />}
          <LimitForm most={data.most} />
        </div>
      )}
    </section>
  );
}

function limitSentence({ most, set }: CandidateBrakeAnswer): string {
  const limit = wholeNumber(most);
  if (set === null) return fill(texts.limitShipped, { most: limit });
  return fill(texts.limitSet, { most: limit, person: personWord(set.by), time: writtenInstant(set.at), reason: set.reason });
}

interface Portion {
  readonly count: number;
  readonly reason: string;
}

function ReleaseForm({ held }: { readonly held: number }): ReactNode {
  const [form] = Form.useForm<Portion>();
  const { mutate, isPending, error, data } = useRelease();
  const release = ({ count, reason }: Portion): void => mutate({ count, reason: reason.trim() }, { onSuccess: () => form.resetFields() });
  const most = Math.min(held, MOST_AT_ONCE);
  return (
    <Form<Portion> form={form} layout="vertical" requiredMark={false} onFinish={release} aria-label={texts.release}>
      <WholeNumberField name="count" label={texts.count} from={1} to={most} />
      <Form.Item name="reason" label={texts.releaseReason} rules={[{ required: true, whitespace: true, message: texts.reasonMissing }]}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      {error !== null && <ProblemNotice error={error} />}
      {data !== undefined && <p role="status">{fill(texts.released, { count: data.released.length, left: data.left })}</p>}
      <Button type="primary" htmlType="submit" loading={isPending}>
        {texts.release}
      </Button>
    </Form>
  );
}

interface Limit {
  readonly most: number;
  readonly reason: string;
}

function LimitForm({ most }: { readonly most: number }): ReactNode {
  const [form] = Form.useForm<Limit>();
  const { mutate, isPending, error } = useSetLimit();
  const set = (limit: Limit): void => mutate({ ...limit, reason: limit.reason.trim() }, { onSuccess: () => form.resetFields(['reason']) });
  return (
    <Form<Limit> form={form} layout="vertical" requiredMark={false} initialValues={{ most }} onFinish={set} aria-label={texts.setLimit}>
      <WholeNumberField name="most" label={texts.most} from={0} to={MOST_A_DAY} />
      <Form.Item name="reason" label={texts.limitReason} rules={[{ required: true, whitespace: true, message: texts.reasonMissing }]}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      {error !== null && <ProblemNotice error={error} />}
      <Button htmlType="submit" loading={isPending}>
        {texts.setLimit}
      </Button>
    </Form>
  );
}
