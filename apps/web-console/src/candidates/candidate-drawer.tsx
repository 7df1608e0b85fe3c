import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ApiProblem } from '../api/api-problem';
import { useCandidate } from '../api/queries';
import { cadrePath } from '../cadres/cadre-path';
import { explanationPath } from '../explanation/explanation-path';
import { BesideDrawer } from '../parts/beside-drawer';
import { EmptyNotice } from '../parts/empty-notice';
import { LevelTag } from '../parts/level-tag';
import { ProblemNotice } from '../parts/problem-notice';
import { Waiting } from '../parts/waiting';
import { textsOf } from '../texts/texts';
import { PurposeGate } from '../purpose/purpose-gate';
import { useWhy } from '../purpose/use-why';
import type { Why } from '../purpose/why-memory';
import { CandidateBody } from './candidate-body';

const texts = textsOf('candidates');
const explanation = textsOf('explanation');

interface CandidateDrawerProps {
  readonly id: string | null;
  readonly onClose: () => void;
}

const NOT_FOUND = 404;

/** One candidate beside the list, which stays in use. Whoever works on candidates is not asked what for: the candidate is the task. */
export function CandidateDrawer({ id, onClose }: CandidateDrawerProps): ReactNode {
  return (
    <BesideDrawer open={id !== null} onClose={onClose} title={id === null ? texts.drawer : <CandidateTitle id={id} />} label={texts.drawer}>
      {id !== null && (
        <PurposeGate key={id} subject={id} tasks={[{ id, proposedOn: '' }]} atTask onLeave={onClose}>
          {(why) => <Loaded id={id} why={why} />}
        </PurposeGate>
      )}
    </BesideDrawer>
  );
}

function CandidateTitle({ id }: { readonly id: string }): ReactNode {
  const [why] = useWhy(id);
  const { data } = useCandidate(id, why);
  const [, sayOfCadre] = useWhy(data?.cadreId ?? '');
  if (data === undefined) return texts.drawer;
  return (
    <span className="lq-candidate-title">
      <span className="lq-name">{data.name}</span>
      <LevelTag level={data.level} />
      <Link to={cadrePath(data.cadreId)} onClick={() => why && sayOfCadre(why)}>
        {texts.toPortrait}
      </Link>
      <Link to={explanationPath(data.cadreId, { knownOn: data.proposedOn })} onClick={() => why && sayOfCadre(why)}>
        {explanation.open}
      </Link>
    </span>
  );
}

function Loaded({ id, why }: { readonly id: string; readonly why: Why }): ReactNode {
  const { data, error, refetch } = useCandidate(id, why);
  if (error !== null && ApiProblem.from(error).status === NOT_FOUND) return <EmptyNotice title={texts.notThere} filledBy={texts.notThereFilledBy} />;
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Waiting rows={10} />;
  return <CandidateBody candidate={data} why={why} />;
}
