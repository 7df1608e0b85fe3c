import type { ReactNode } from 'react';
import { useDesk } from '../api/queries';
import { BrakeNotice } from '../candidates/brake-notice';
import { useTitle } from '../frame/use-title';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { Counters } from './counters';
import { Proposals } from './proposals';
import { Tasks } from './tasks';
import './desk.css';

const texts = textsOf('desk');

/** 工作台: what waits for the person, and how the scope stands today. */
export function DeskPage(): ReactNode {
  const { data, error, refetch } = useDesk();
  useTitle(texts.documentTitle);
  return (
    <>
      <div className="lq-page-head">
        <h1>{texts.title}</h1>
        {data !== undefined && <span className="lq-meta lq-number">{fill(texts.dataDay, { day: writtenDay(data.day) })}</span>}
      </div>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting rows={12} />}
      {data !== undefined && (
        <div className="lq-desk">
          <BrakeNotice />
          <Counters desk={data} />
          <Tasks tasks={data.tasks} today={data.today} />
          <Proposals proposals={data.proposals} />
        </div>
      )}
    </>
  );
}
