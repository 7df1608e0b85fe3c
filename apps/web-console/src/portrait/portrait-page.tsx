import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { cadreSubject, useCadreFile, useCandidates, useDataDay, useExplanation, useReading } from '../api/queries';
import { useLabels } from '../catalogue/labels';
import type { CandidatePage, CandidateRow } from '../contracts';
import { useTitle } from '../frame/use-title';
import { fill } from '../parts/fill';
import { ProblemNotice } from '../parts/problem-notice';
import { PurposeGate } from '../purpose/purpose-gate';
import type { Why } from '../purpose/why-memory';
import { textsOf } from '../texts/texts';
import { AsOfPicker } from './as-of-picker';
import { FallsOn } from './falls-on';
import { OwnCandidates } from './own-candidates';
import { PortraitBody } from './portrait-body';
import { PortraitHeader } from './portrait-header';
import { PortraitWait } from './portrait-wait';
import { Posts } from './posts';

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
  const labels = useLabels();
  const [asked, ask] = useSearchParams();
  const asOf = asked.get('asOf') ?? undefined;
  const file = useCadreFile(id, why);
  const reading = useReading(cadreSubject(id), asOf, why);
  const explanation = useExplanation(cadreSubject(id), asOf, why);
  const latest = useDataDay();
  useTitle(file.data === undefined ? texts.title : fill(texts.documentTitle, { name: file.data.name }));
  if (file.data === undefined || reading.data === undefined || explanation.data === undefined) {
    return <PortraitWait title={texts.title} asked={[file, reading, explanation]} />;
  }
  const { name, category, posts } = file.data;
  const now = posts.find(({ left }) => left === null);
  const known = candidates.data?.items ?? NOBODY;
  const choose = (day: string | undefined): void => ask(day === undefined ? {} : { asOf: day }, { replace: true });
  return (
    <PortraitBody
      title={texts.title}
      name={name}
      explanation={explanation.data}
      candidates={known}
      past={asOf !== undefined && asOf !== latest ? asOf : undefined}
      header={
        <PortraitHeader
          name={name}
          place={now === undefined ? texts.noPost : `${now.unitName} ${now.title}`}
          category={labels.category(category)}
          of="cadre"
          reading={reading.data}
          picker={<AsOfPicker shown={asOf ?? reading.data.asOf} chosen={asOf !== undefined} latest={latest} onChoose={choose} />}
        />
      }
      side={
        <>
          <FallsOn explanation={explanation.data} />
          {candidates.error === null ? (
            <OwnCandidates candidates={known} day={latest ?? reading.data.asOf} />
          ) : (
            <ProblemNotice error={candidates.error} onRetry={() => void candidates.refetch()} />
          )}
          <Posts posts={posts} />
        </>
      }
    />
  );
}
