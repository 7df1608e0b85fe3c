import type { z } from 'zod';
import type { SignalType } from '#contracts/signals/define-signal';
import type { ProblemPlace } from '#platform/http/problem';
import { labelOf, reporterWord } from './field-labels';
import { pointerTo, valueAt } from '#platform/json/pointer';

type Issue = z.core.$ZodIssue;

/** What was judged: the event as it came, and its type if it is a signal's. */
export interface Judged {
  readonly event: unknown;
  readonly signal: SignalType | undefined;
  /** Where in the event the judged part stands. */
  readonly at: readonly PropertyKey[];
}

const MOST_PLACES = 20;

type Sentence = readonly [code: string, detail: string];

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  int: '整数',
  number: '数字',
  boolean: 'true 或 false',
  object: '对象 {…}',
  record: '对象 {…}',
  array: '列表 […]',
};

const RULES: Readonly<Record<string, string>> = {
  'subject-needs-id-number-or-name': '公民身份号码和姓名至少填写一项。',
  'subject-must-be-a-person': '这类事件只反映干部个人：请填写公民身份号码，或姓名、单位代码和职务。',
  'subject-must-be-a-unit': '这类信号反映的是班子（单位）：只填写单位代码，请删除姓名、身份号码和职务。',
  'status-or-grade-needed': '状态和来源等级至少填写一项。',
};

/** Every wrong place, in the order of the contract, with a stable code and a sentence that a clerk understands. */
export function placesOf(issues: readonly Issue[], judged: Judged): readonly ProblemPlace[] {
  return issues.flatMap((issue) => placesOfIssue(issue, judged)).slice(0, MOST_PLACES);
}

function placesOfIssue(issue: Issue, judged: Judged): readonly ProblemPlace[] {
  const path = [...judged.at, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...path, key]),
      code: 'field-not-known',
      detail: `字段「${key.slice(0, 40)}」不属于这类事件，请删除或核对拼写。`,
    }));
  }
  const [code, detail] = sentenceOf(issue, path, judged);
  return [{ pointer: pointerTo(path), code, detail }];
}

function sentenceOf(issue: Issue, path: readonly PropertyKey[], judged: Judged): Sentence {
  if (issue.code === 'custom') return [issue.message, RULES[issue.message] ?? '不符合填写规则。'];
  const label = `「${labelOf(path, judged.signal)}」`;
  if (valueAt(judged.event, path) === undefined) return ['field-missing', `${label}必须填写。`];
  switch (issue.code) {
    case 'invalid_type':
      return ['field-wrong-type', `${label}应为${KINDS[issue.expected] ?? '其他形式'}。`];
    case 'invalid_value':
      return valueSentence(issue.values, path, label);
    case 'invalid_format':
      return formatSentence(issue.format, path, label);
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), label);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), label);
    default:
      return ['field-malformed', `${label}填写不正确。`];
  }
}

function valueSentence(values: readonly unknown[], path: readonly PropertyKey[], label: string): Sentence {
  if (path.length === 1 && path[0] === 'subject') {
    return ['subject-must-stay-empty', '事件主题(subject)必须留空，姓名和身份号码不得写入事件属性。'];
  }
  if (path.at(-1) === 'reporterKind')
    return ['reporter-kind-not-allowed', `这类事件的${label}只能填写：${values.map(reporterWord).join('、')}。`];
  if (path.at(-2) === 'derivedFrom') return ['group-not-allowed', `${label}只能填写 public(群众)或 media(媒体)；其他来源请不要填写此项。`];
  return ['value-not-allowed', `${label}只能填写：${values.map(String).join('、')}。`];
}

function formatSentence(format: string, path: readonly PropertyKey[], label: string): Sentence {
  if (format === 'date') return ['date-malformed', `${label}应为真实存在的日期，格式如 2026-04-27。`];
  if (format === 'datetime') return ['time-malformed', `${label}应带时区，格式如 2026-04-27T09:00:00+08:00。`];
  if (path.at(-1) === 'idNumber') return ['id-number-malformed', `${label}应为 18 位，末位为数字或大写 X。`];
  if (path.at(-1) === 'source') return ['source-malformed', `${label}格式应为 /agency/单位代码/系统代码。`];
  return ['field-malformed', `${label}格式不正确。`];
}

function tooSmall(origin: string, minimum: number, label: string): Sentence {
  if (origin === 'string')
    return minimum <= 1 ? ['field-empty', `${label}不能为空。`] : ['text-too-short', `${label}至少 ${minimum} 个字。`];
  if (origin === 'array') return ['list-too-short', `${label}至少 ${minimum} 项。`];
  return ['number-too-small', `${label}不能小于 ${minimum}。`];
}

function tooBig(origin: string, maximum: number, label: string): Sentence {
  if (origin === 'string') return ['text-too-long', `${label}最多 ${maximum} 个字。`];
  if (origin === 'array') return ['list-too-long', `${label}最多 ${maximum} 项。`];
  return ['number-too-large', `${label}不能大于 ${maximum}。`];
}
