import { ApiProblem } from '../api/api-problem';
import type { CandidateFile, CandidateState } from '../contracts';
import { fill } from '../parts/fill';
import { candidateStateWord, personWord } from '../parts/words';
import { textsOf } from '../texts/texts';

const texts = textsOf('candidates');

/** What the system said to one act. */
export interface Answer {
  readonly at: string;
  readonly done: boolean;
  readonly sentence: string;
  readonly code: string | undefined;
}

const CONFLICT = 409;

/** What was tried, and on which state. */
export interface Tried {
  readonly name: string;
  readonly from: CandidateState;
}

export function answerOfSuccess(action: string, state: CandidateState, at: string): Answer {
  return { at, done: true, sentence: fill(texts.answerDone, { action, state: candidateStateWord(state) }), code: undefined };
}

/**
 * Somebody was first only where the candidate is no longer in the state that was acted on; every other refusal speaks for
 * itself.
 * @param now the candidate as it really is, asked for after the failure; undefined when that was not to be had
 */
export function answerOfFailure({ name: action, from }: Tried, error: unknown, now: CandidateFile | undefined, at: string): Answer {
  const { status, code, detail } = ApiProblem.from(error);
  if (status !== CONFLICT || now === undefined || now.state === from)
    return { at, done: false, sentence: fill(texts.answerProblem, { action, detail }), code };
  const person = lastActor(now);
  const by = person === null ? '' : fill(texts.answerBy, { person: personWord(person) });
  return { at, done: false, sentence: fill(texts.answerConflict, { action, detail, state: candidateStateWord(now.state), by }), code };
}

function lastActor({ state, dismissalAskedBy, decidedBy }: CandidateFile): string | null {
  return state === 'dismissal-asked' ? dismissalAskedBy : decidedBy;
}
