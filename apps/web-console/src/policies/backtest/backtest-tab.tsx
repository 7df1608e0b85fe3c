import { PrinterOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { useBacktest } from '../../api/policy-queries';
import type { BacktestAnswer, PolicyFile } from '../../contracts';
import { writtenDay } from '../../parts/civil-day';
import { EmptyNotice } from '../../parts/empty-notice';
import { fill } from '../../parts/fill';
import { PrintFrame } from '../../parts/print-frame';
import { ProblemNotice } from '../../parts/problem-notice';
import { Waiting } from '../../parts/waiting';
import { personWord, shortHash } from '../../parts/words';
import { useMay } from '../../people/may';
import { textsOf } from '../../texts/texts';
import { nameOf } from '../policy-words';
import './backtest.css';
import { LevelMoves } from './level-moves';
import { Outcomes } from './outcomes';
import { StartBacktest } from './start-backtest';
import { Treatment } from './treatment';
import { WeeklyWork } from './weekly-work';

const texts = textsOf('backtest');

/** What the policy would change for all subjects, by counts, before two people decide about it. */
export function BacktestTab({ policy }: { readonly policy: PolicyFile }): ReactNode {
  const may = useMay();
  const { data, error, refetch } = useBacktest(policy);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={6} />;
  const total = policy.hash !== null && policy.findings.length === 0;
  const { backtest } = data;
  return (
    <PrintFrame title={`${nameOf(policy.name)} ${texts.title}`}>
      <div className="lq-backtest">
        <section className="lq-card" aria-label={texts.title}>
          <p className="lq-meta">{texts.note}</p>
          {!total && <p>{texts.notTotal}</p>}
          {total && may('POST /api/v1/policies/:id/backtest') && <StartBacktest policy={policy} last={backtest} />}
          {backtest === null ? total && <EmptyNotice title={texts.none} filledBy={texts.noneFilledBy} /> : <State backtest={backtest} />}
        </section>
        {backtest !== null && <Result backtest={backtest} />}
      </div>
    </PrintFrame>
  );
}

type Backtest = NonNullable<BacktestAnswer['backtest']>;

function State({ backtest: { state, done, total, by, day, hash, beforeHash } }: { readonly backtest: Backtest }): ReactNode {
  if (state === 'failed') return <p role="alert">{texts.failed}</p>;
  if (state === 'running') {
    const said = fill(texts.running, { done, total });
    return (
      <div role="status">
        <p>{said}</p>
        <Progress aria-label={said} percent={total === 0 ? 0 : Math.floor((100 * done) / total)} />
      </div>
    );
  }
  return (
    <div className="lq-backtest-ran" role="status">
      <p>
        {fill(texts.ran, { person: personWord(by), day: writtenDay(day), subjects: done })}{' '}
        <span className="lq-meta">{fill(texts.against, { before: shortHash(beforeHash), hash: shortHash(hash) })}</span>
      </p>
      <Button className="lq-no-print" size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
        {texts.print}
      </Button>
    </div>
  );
}

function Result({ backtest: { result, day, hours, capacity } }: { readonly backtest: Backtest }): ReactNode {
  if (result === null) return null;
  return (
    <>
      <LevelMoves moves={result.moves} />
      <WeeklyWork weeks={result.weeks} day={day} hours={hours} capacity={capacity} />
      <Outcomes outcomes={result.outcomes} />
      <Treatment treatment={result.treatment} />
    </>
  );
}
