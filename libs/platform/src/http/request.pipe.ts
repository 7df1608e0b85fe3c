import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { z } from 'zod';
import { Problem, type ProblemPlace } from '#platform/http/problem';

type Options = NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>;
type Issue = Parameters<NonNullable<Options['exceptionFactory']>>[0][number];

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  int: '整数',
  number: '数字',
  boolean: ' true 或 false',
  object: '对象 {…}',
  array: '列表 […]',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: '此项应为真实存在的日期，格式如 2026-04-27。',
  datetime: '此项应带时区，格式如 2026-04-27T09:00:00+08:00。',
  guid: '此项应为编号(UUID)。',
  uuid: '此项应为编号(UUID)。',
};

const MOST_CHOICES = 12;
const ANYTHING_ELSE = '此项不符合填写规则。';

/** JSON pointer (RFC 6901); empty for the whole. */
const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The library's own sentences are English and speak of types; these are for the clerk who filled in the form. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `此项必须填写，应为${KINDS[issue.expected] ?? '其他形式'}。`;
    case 'invalid_value':
      return onlyOf(issue.values);
    case 'invalid_union':
      // What tells the forms apart is at this place, and fits none of them.
      return 'options' in issue && issue.options ? onlyOf(issue.options) : ANYTHING_ELSE;
    case 'invalid_format':
      return FORMATS[issue.format] ?? '此项格式不正确。';
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    default:
      return ANYTHING_ELSE;
  }
}

const onlyOf = (values: readonly unknown[]): string => `此项只能填写：${values.slice(0, MOST_CHOICES).map(String).join('、')}。`;

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string') return minimum <= 1 ? '此项不能为空。' : `此项至少 ${minimum} 个字。`;
  return origin === 'array' ? `此项至少 ${minimum} 项。` : `此项不能小于 ${minimum}。`;
}

function tooBig(origin: string, maximum: number): string {
  if (origin === 'string') return `此项最多 ${maximum} 个字。`;
  return origin === 'array' ? `此项最多 ${maximum} 项。` : `此项不能大于 ${maximum}。`;
}

/** The wrong places of one issue, each with what is allowed there. */
export function placesOf(given: Issue): ProblemPlace[] {
  // Every schema here is zod's, which tells more than the standard asks for.
  const issue = given as z.core.$ZodIssue;
  if (issue.code === 'unrecognized_keys') {
    const detail = '没有这一项，请删除或核对拼写。';
    return issue.keys.map((key) => ({ pointer: pointerTo([...issue.path, key]), code: 'field-not-known', detail }));
  }
  return [{ pointer: pointerTo(issue.path), code: issue.code.replaceAll('_', '-'), detail: sentenceOf(issue) }];
}

const checking = (code: string, detail: string): StandardSchemaValidationPipe =>
  new StandardSchemaValidationPipe({ exceptionFactory: (issues) => new Problem(400, code, detail, issues.flatMap(placesOf)) });

/** Checks what carries a schema and is stored or acted upon (`@Body({ schema })`), all wrong places at once. */
export const REQUEST_PIPE = checking('request-not-understood', '请求内容有误，请更正后再提交。');

/** The same for what is only asked (`@Query({ schema })`). */
export const QUESTION_PIPE = checking('question-not-understood', '查询条件有误。');
