import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/api-problem';
import type { CandidateFile } from '../contracts';
import { answerOfFailure } from './answer';

const AT = '2026-11-23T08:00:00Z';
const ASKING = { name: '申请不予函询', from: 'proposed' } as const;
const TAKING = { name: '受理', from: 'proposed' } as const;
const conflict = new ApiProblem(409, 'candidate-not-open', '候选的状态已变化。', false);
const taken = { state: 'taken', decidedBy: 'demo-case-management', dismissalAskedBy: 'demo-handler' } as CandidateFile;

describe('the answer to an act that lost', () => {
  it('says what the candidate is now and who was first', () => {
    const { sentence, code } = answerOfFailure(ASKING, conflict, taken, AT);
    expect(sentence).toContain('候选现为“案管已受理”，由案管人员办理');
    expect(code).toBe('candidate-not-open');
  });

  it('names who asked while a dismissal waits for its confirmation', () => {
    const asked = { ...taken, state: 'dismissal-asked', decidedBy: null } as CandidateFile;
    expect(answerOfFailure(TAKING, conflict, asked, AT).sentence).toContain('由承办人办理');
  });

  it('does not blame others for a refusal that is no conflict', () => {
    const refused = new ApiProblem(403, 'role-not-allowed', '您的岗位不能进行此操作。', false);
    expect(answerOfFailure(TAKING, refused, taken, AT).sentence).toBe('受理：未办理。您的岗位不能进行此操作。');
  });

  it('does not blame others when the state is still the one that was acted on', () => {
    const inUse = new ApiProblem(409, 'clue-number-in-use', '该线索编号已经登记。', false);
    const still = { ...taken, state: 'proposed', decidedBy: null } as CandidateFile;
    expect(answerOfFailure(TAKING, inUse, still, AT).sentence).toBe('受理：未办理。该线索编号已经登记。');
  });
});
