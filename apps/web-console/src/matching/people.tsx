import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useFoundCadres } from '../api/inbox-queries';
import type { TriageCandidate, TriageFile } from '../contracts';
import { fill } from '../parts/fill';
import { textsOf } from '../texts/texts';
import type { Choice } from './confirm-choice';
import { fitOf, fitsWell } from './evidence-chips';
import { PersonSearch } from './person-search';

const texts = textsOf('matching');

interface PeopleProps {
  readonly item: TriageFile;
  readonly onChoose: (choice: Choice) => void;
}

/** Who may be meant, likeliest first; and the way to look for somebody else. */
export function People({ item, onChoose }: PeopleProps): ReactNode {
  return (
    <>
      {item.candidates.length === 0 && <p className="lq-meta">{texts.nobody}</p>}
      <ul className="lq-people">
        {item.candidates.map((candidate) => (
          <li key={candidate.cadreId}>
            <p>
              <span className="lq-name">{candidate.name}</span>{' '}
              <span className="lq-meta">{[candidate.unitName ?? '', candidate.post ?? texts.noPost].join(' ').trim()}</span>
            </p>
            <Chips candidate={candidate} item={item} />
            <ChooseButton person={{ cadreId: candidate.cadreId, name: candidate.name }} item={item} fits={fitsWell(candidate)} onChoose={onChoose} />
          </li>
        ))}
      </ul>
      <Search item={item} onChoose={onChoose} />
    </>
  );
}

function Chips({ candidate, item }: { readonly candidate: TriageCandidate; readonly item: TriageFile }): ReactNode {
  const { name, unit, post } = fitOf(candidate, item);
  return (
    <p className="lq-chips">
      {[name, unit, post].map((fits, at) => {
        const what = texts.chips[at] ?? '';
        if (fits === null) return null;
        return (
          <span key={what} className={fits ? 'lq-level lq-level-watch' : 'lq-level lq-level-none'}>
            {fill(fits ? texts.matched : texts.notMatched, { what })}
          </span>
        );
      })}
    </p>
  );
}

interface ChooseProps extends PeopleProps {
  readonly person: { readonly cadreId: string; readonly name: string };
  readonly fits: boolean;
}

/** Whom somebody else has proposed is confirmed, whatever fits. */
function ChooseButton({ person: { cadreId, name }, item, fits, onChoose }: ChooseProps): ReactNode {
  const proposed = item.proposal?.cadreId === cadreId;
  return (
    <Button size="small" onClick={() => onChoose({ name, body: { cadreId }, alone: fits || proposed })}>
      {proposed ? texts.confirmProposal : texts.choose}
    </Button>
  );
}

function Search({ item, onChoose }: PeopleProps): ReactNode {
  const [name, setName] = useState<string>();
  const asked = useFoundCadres(item.eventId, name);
  return (
    <div className="lq-look-up">
      <h3>{item.candidates.length === 0 ? texts.search : texts.noneOfThese}</h3>
      <PersonSearch label={texts.search} asked={asked} onSearch={setName}>
        {(person) => (
          <ChooseButton
            person={person}
            item={item}
            fits={item.candidates.some((candidate) => candidate.cadreId === person.cadreId && fitsWell(candidate))}
            onChoose={onChoose}
          />
        )}
      </PersonSearch>
    </div>
  );
}
