import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Problem, type ProblemPlace } from '#platform/http/problem';

type Options = NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>;
type Issue = Parameters<NonNullable<Options['exceptionFactory']>>[0][number];

function placeOf(issue: Issue): ProblemPlace {
  const path = (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step));
  const code = 'code' in issue ? String(issue.code).replaceAll('_', '-') : 'invalid';
  return { pointer: path.map((step) => `/${step}`).join(''), code, detail: issue.message };
}

/** Checks what carries a schema (`@Query({ schema })`), all wrong places at once. */
export const QUESTION_PIPE = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => new Problem(400, 'question-not-understood', '查询条件有误。', issues.map(placeOf)),
});
