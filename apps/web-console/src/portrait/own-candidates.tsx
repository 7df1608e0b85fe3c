import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLabels } from '../catalogue/labels';
import type { CandidateRow } from '../contracts';
import { candidatePath } from '../candidates/candidate-path';
import { DueDay } from '../candidates/due-day';
import { writtenDay } from '../parts/civil-day';
import { EmptyNotice } from '../parts/empty-notice';
import { fill } from '../parts/fill';
import { candidateStateWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('portrait');

interface OwnCandidatesProps {
  readonly candidates: readonly CandidateRow[];
  /** The day of the data. */
  readonly day: string;
}

/** The candidates of one person. */
export function OwnCandidates({ candidates, day }: OwnCandidatesProps): ReactNode {
  const labels = useLabels();
  return (
    <section className="lq-card" aria-label={texts.candidates}>
      <h2 className="lq-title">{texts.candidates}</h2>
      {candidates.length === 0 && <EmptyNotice title={texts.noCandidates} filledBy={texts.candidatesFilledBy} />}
      <ul className="lq-lines">
        {candidates.map((candidate) => (
          <li key={candidate.id}>
            <div>
              {fill(texts.candidateLine, { day: writtenDay(candidate.proposedOn), state: candidateStateWord(candidate.state) })}
              {' · '}
              {labels.disposition(candidate.disposition)}
            </div>
            <div className="lq-meta">
              <DueDay candidate={candidate} day={day} />{' '}
              <Link className="lq-no-print" to={candidatePath(candidate.id)}>
                {texts.openCandidate}
              </Link>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
