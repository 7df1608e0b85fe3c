import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/api-problem';
import type { CandidateRow } from '../contracts';
import { answerOfFailure } from './answer';

const AT = '2026-11-23T08:00:00Z';
const conflict = new ApiProblem(409, 'candidate-not-open', '候选的状态已变化。', false);
const taken = { state: 'taken', decidedBy: 'demo-case-management', dismissalAskedBy: 'demo-handler' } as CandidateRow;

describe('the answer to an act that lost', () => {
  it('says what the candidate is now and who was first', () => {
    const { sentence, code } = answerOfFailure('申请不予函询', conflict, taken, AT);
    expect(sentence).toContain('候选现为“案管已受理”，由案管人员办理');
    expect(code).toBe('candidate-not-open');
  });

  it('names who asked while a dismissal waits for its confirmation', () => {
    const asked = { ...taken, state: 'dismissal-asked', decidedBy: null } as CandidateRow;
    expect(answerOfFailure('受理', conflict, asked, AT).sentence).toContain('由承办人办理');
  });

  it('does not blame others for a refusal that is no conflict', () => {
    const refused = new ApiProblem(403, 'role-not-allowed', '您的岗位不能进行此操作。', false);
    expect(answerOfFailure('受理', refused, taken, AT).sentence).toBe('受理：未办理。您的岗位不能进行此操作。');
  });
});
