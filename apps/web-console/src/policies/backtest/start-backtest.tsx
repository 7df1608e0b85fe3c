import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { send } from '../../api/call';
import { backtestKey } from '../../api/policy-queries';
import type { BacktestAnswer, NewBacktest, PolicyFile } from '../../contracts';
import { ProblemNotice } from '../../parts/problem-notice';
import { WholeNumberField } from '../../parts/whole-number-field';
import { textsOf } from '../../texts/texts';

const texts = textsOf('backtest');

type Hours = NewBacktest['hours'];

interface StartBacktestProps {
  readonly policy: PolicyFile;
  readonly last: BacktestAnswer['backtest'];
}

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
        <WholeNumberField name="perCandidate" label={texts.perCandidate} from={1} to={1_000} size="small" controls={false} width={64} />
        <WholeNumberField name="perWeek" label={texts.perWeek} from={1} to={10_000} size="small" controls={false} width={72} />
        <Button size="small" type={last?.state === 'done' ? 'default' : 'primary'} htmlType="submit" loading={isPending} disabled={running}>
          {last === null ? texts.start : texts.again}
        </Button>
      </Form>
    </>
  );
}
