import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSession } from '../api/queries';
import type { CandidateFile, CandidateState } from '../contracts';
import { fill } from '../parts/fill';
import { principalWord } from '../parts/words';
import { textsOf } from '../texts/texts';
import type { Why } from '../purpose/why-memory';
import type { Answer } from './answer';
import { isOpen } from './candidate-states';
import { OneField } from './one-field';
import { ReviewForm } from './review-form';
import { useCandidateAct, type Act } from './use-candidate-act';

const texts = textsOf('candidates');

interface CandidateActsProps {
  readonly candidate: CandidateFile;
  readonly why: Why;
  readonly onAnswer: (answer: Answer) => void;
}

const ASK: Omit<Act, 'body'> = { name: texts.ask, path: 'dismissal', from: 'proposed', leadsTo: 'dismissal-asked' };
const RELEASE: Omit<Act, 'body'> = { name: texts.release, path: 'release', from: 'held', leadsTo: 'proposed' };
const TAKE: Omit<Act, 'body'> = { name: texts.take, path: 'taking', from: 'proposed', leadsTo: 'taken' };
const CONFIRM: Act = { name: texts.confirm, path: 'dismissal/confirmation', body: {}, from: 'dismissal-asked', leadsTo: 'dismissed' };
const REFUSE: Omit<Act, 'body'> = { name: texts.refuse, path: 'dismissal/refusal', from: 'dismissal-asked', leadsTo: 'proposed' };

const WAITS: Partial<Record<CandidateState, string>> = { held: texts.waitHeld, proposed: texts.waitProposed };

/** What the person at the screen may do now; for all others, who has to. */
export function CandidateActs({ candidate, why, onAnswer }: CandidateActsProps): ReactNode {
  const role = useSession().data?.role ?? '';
  const { act, waiting, state } = useCandidateAct(candidate, why, onAnswer);
  return (
    <section aria-label={texts.act}>
      <h2>{texts.act}</h2>
      {reviewFor(candidate, role, act, waiting) ?? formFor(role, state, act, waiting) ?? <p className="lq-meta">{waitingFor(candidate, role)}</p>}
    </section>
  );
}

function reviewFor({ toReview, state }: CandidateFile, role: string, act: (act: Act) => void, waiting: boolean): ReactNode {
  return toReview && role === 'handling-office-head' ? <ReviewForm state={state} act={act} waiting={waiting} /> : undefined;
}

function formFor(role: string, state: CandidateFile['state'], act: (act: Act) => void, waiting: boolean): ReactNode {
  if (state === 'held' && role === 'handling-office-head') {
    const release = (reason: string): void => act({ ...RELEASE, body: { reason } });
    return (
      <OneField name={texts.releaseReason} missing={texts.reasonMissing} most={500} rows={3} button={texts.release} waiting={waiting} onSend={release} />
    );
  }
  if (state === 'proposed' && role === 'handler') {
    const ask = (reason: string): void => act({ ...ASK, body: { reason } });
    return (
      <OneField name={texts.reason} missing={texts.reasonMissing} most={500} rows={3} button={texts.ask} waiting={waiting} onSend={ask} />
    );
  }
  if (state === 'proposed' && role === 'case-management') {
    const take = (clueNumber: string): void => act({ ...TAKE, body: { clueNumber } });
    return (
      <OneField
        name={texts.clueNumber}
        missing={texts.clueNumberMissing}
        most={40}
        rows={1}
        button={texts.take}
        waiting={waiting}
        onSend={take}
      />
    );
  }
  if (state === 'dismissal-asked' && role === 'handling-office-head') {
    const refuse = (reason: string): void => act({ ...REFUSE, body: { reason } });
    return (
      <>
        <Button type="primary" loading={waiting} onClick={() => act(CONFIRM)}>
          {texts.confirm}
        </Button>
        <p className="lq-meta">{texts.confirmNote}</p>
        <OneField name={texts.refusalReason} missing={texts.reasonMissing} most={500} rows={3} button={texts.refuse} minor waiting={waiting} onSend={refuse} />
      </>
    );
  }
  return undefined;
}

function waitingFor({ state, toReview }: CandidateFile, role: string): string {
  if (toReview) return fill(texts.waitReview, { person: principalWord(role) });
  if (!isOpen(state)) return texts.done;
  return fill(WAITS[state] ?? texts.waitAsked, { person: principalWord(role) });
}
