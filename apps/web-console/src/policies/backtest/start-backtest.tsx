import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { send } from '../../api/call';
import { backtestKey } from '../../api/policy-queries';
import type { BacktestAnswer, NewBacktest, PolicyFile } from '../../contracts';
import { ProblemNotice } from '../../parts/problem-notice';
import { textsOf } from '../../texts/texts';

const texts = textsOf('backtest');

type Hours = NewBacktest['hours'];

interface StartBacktestProps {
  readonly policy: PolicyFile;
  readonly last: BacktestAnswer['backtest'];
}

const WHOLE = [{ required: true, message: texts.hoursMissing }];

/** What the office can do, and the button that begins; the hours of the last time are offered again. */
export function StartBacktest({ policy, last }: StartBacktestProps): ReactNode {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (hours: Hours) => send<BacktestAnswer>(`/policies/${policy.id}/backtest`, { hours }),
    onSuccess: (begun) => queries.setQueryData(backtestKey(policy), begun),
  });
  const running = last?.state === 'running';
  return (
    <>
      {error !== null && <ProblemNotice error={error} />}
      <Form<Hours> layout="inline" colon={false} requiredMark={false} initialValues={last?.hours ?? {}} onFinish={(hours) => mutate(hours)} className="lq-no-print">
        <Form.Item name="perCandidate" label={texts.perCandidate} rules={WHOLE}>
          <InputNumber size="small" min={1} max={1_000} precision={0} controls={false} style={{ width: 64 }} />
        </Form.Item>
        <Form.Item name="perWeek" label={texts.perWeek} rules={WHOLE}>
          <InputNumber size="small" min={1} max={10_000} precision={0} controls={false} style={{ width: 72 }} />
        </Form.Item>
        <Button size="small" type={last?.state === 'done' ? 'default' : 'primary'} htmlType="submit" loading={isPending} disabled={running}>
          {last === null ? texts.start : texts.again}
        </Button>
      </Form>
    </>
  );
}
