import { Alert, Skeleton, Watermark } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { useCadreFile, useCandidates, useDataDay, useExplanation, useReading } from '../api/queries';
import type { CandidatePage, CandidateRow } from '../contracts';
import { useTitle } from '../frame/use-title';
import { writtenDay } from '../parts/civil-day';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { PurposeGate } from '../purpose/purpose-gate';
import type { Why } from '../purpose/why-memory';
import { useScreenMark } from '../parts/use-screen-mark';
import { textsOf } from '../texts/texts';
import { AsOfPicker } from './as-of-picker';
import { FallsOn } from './falls-on';
import { OwnCandidates } from './own-candidates';
import { PortraitHeader } from './portrait-header';
import { Posts } from './posts';
import { PrintFrame } from './print-frame';
import { SixChannels } from './six-channel/six-channels';
import { Waterfall } from './waterfall/waterfall';
import './portrait.css';

const texts = textsOf('portrait');

const NOBODY: readonly CandidateRow[] = [];

/** 干部画像: one person, one reading, and everything it is made of; for who has said what for. */
export function PortraitPage(): ReactNode {
  const { id = '' } = useParams();
  const candidates = useCandidates({ cadre: id });
  const navigate = useNavigate();
  useTitle(texts.title);
  const leave = (): void => void navigate(-1);
  const tasks = candidates.error === null ? candidates.data?.items : NOBODY;
  return (
    <PurposeGate key={id} subject={id} tasks={tasks} onLeave={leave}>
      {(why) => <Portrait id={id} why={why} candidates={candidates} />}
    </PurposeGate>
  );
}

interface PortraitProps {
  readonly id: string;
  readonly why: Why;
  readonly candidates: UseQueryResult<CandidatePage>;
}

function Portrait({ id, why, candidates }: PortraitProps): ReactNode {
  const [asked, ask] = useSearchParams();
  const asOf = asked.get('asOf') ?? undefined;
  const file = useCadreFile(id, why);
  const reading = useReading(id, asOf, why);
  const explanation = useExplanation(id, asOf, why);
  const latest = useDataDay();
  const mark = useScreenMark();
  useTitle(file.data === undefined ? texts.title : fill(texts.documentTitle, { name: file.data.name }));

  const failed = [file, reading, explanation].find(({ error }) => error !== null);
  if (failed !== undefined) {
    return (
      <>
        <div className="lq-page-head">
          <h1>{texts.title}</h1>
        </div>
        <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />
      </>
    );
  }
  if (file.data === undefined || reading.data === undefined || explanation.data === undefined) {
    return <Skeleton active={false} paragraph={{ rows: 14 }} />;
  }
  const known = candidates.data?.items ?? NOBODY;
  const choose = (day: string | undefined): void => ask(day === undefined ? {} : { asOf: day }, { replace: true });
  const picker = <AsOfPicker shown={asOf ?? reading.data.asOf} chosen={asOf !== undefined} latest={latest} onChoose={choose} />;
  return (
    <Watermark className="lq-watermarked" {...mark}>
      <PrintFrame title={`${file.data.name} ${texts.title}`}>
        <div className="lq-portrait">
          <PortraitHeader file={file.data} reading={reading.data} picker={picker} />
          <p className="lq-sentence" lang="zh-CN">
            {explanation.data.sentence}
          </p>
          {asOf !== undefined && asOf !== latest && <Alert type="info" showIcon title={fill(texts.past, { day: writtenDay(asOf) })} />}
          <SixChannels name={file.data.name} explanation={explanation.data} candidates={known} />
          <div className="lq-portrait-columns">
            <Waterfall explanation={explanation.data} />
            <div className="lq-portrait-side">
              <FallsOn explanation={explanation.data} />
              {candidates.error === null ? (
                <OwnCandidates candidates={known} day={latest ?? reading.data.asOf} />
              ) : (
                <ProblemNotice error={candidates.error} onRetry={() => void candidates.refetch()} />
              )}
              <Posts posts={file.data.posts} />
            </div>
          </div>
        </div>
      </PrintFrame>
    </Watermark>
  );
}
