import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Problem, type ProblemPlace } from '#platform/http/problem';

type Failure = NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory'];
type Issue = Parameters<NonNullable<Failure>>[0][number];

const pointerTo = (...path: readonly PropertyKey[]): string => `/${path.map((step) => String(step)).join('/')}`;

function placesOf(issue: Issue): ProblemPlace[] {
  const code = 'code' in issue ? String(issue.code).replaceAll('_', '-') : 'invalid';
  if ('keys' in issue && Array.isArray(issue.keys)) {
    return issue.keys.map((key) => ({ pointer: pointerTo(String(key)), code: 'parameter-not-known', detail: '没有这个查询参数。' }));
  }
  const path = (issue.path ?? []).map((step) => (typeof step === 'object' ? step.key : step));
  return [{ pointer: pointerTo(...path), code, detail: '此项填写不正确。' }];
}

/** Checks what carries a schema (`@Query({ schema })`), all wrong places at once. */
export const QUESTION_PIPE = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => new Problem(400, 'question-not-understood', '查询条件有误。', issues.flatMap(placesOf)),
});
