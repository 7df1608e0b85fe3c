import { type PointsRule, PointsRuleBroken } from '#domain/points/points-rule';
import { Problem } from '#platform/http/problem';

const DETAILS: Readonly<Record<PointsRule, string>> = {
  'day-too-early': '日期不能早于 2000 年 1 月 1 日。',
  'day-to-come': '日期不能晚于今天。',
  'measure-not-in-scheme': '该办法没有这项措施。',
  'round-number-missing-or-not-asked': '该措施按轮次计，须填轮次；不按轮次的不填。',
  'nothing-to-step-on': '没有找到对应的记分事实，可能已被撤回。',
  'before-what-it-follows': '日期早于事实或前一环节的日期。',
  'role-does-not-confirm': '按该办法，您的岗位不能作此决定。',
  'needs-another-person': '登记或经办的人不能自己确认，须由另一人决定。',
  'already-refused': '已决定不予记分，不能再办理。',
  'step-not-asked': '该办法没有这一环节。',
  'step-already-taken': '这一环节已经办过。',
  'step-out-of-turn': '须先办完前面的环节。',
  'statement-awaited': '申述期限未满，须等待本人申述。',
  'does-not-count-yet': '尚未记分，不能提出异议或设定期限。',
  'no-objection': '没有待答复的异议。',
  'no-term-set': '没有设定期限，或期限已有结果。',
  'term-before-its-day': '期限须填写，且不得早于设定之日。',
  'term-belongs-to-the-fact': '期限应在最初的记分事实上设定。',
  'term-not-over': '期限尚未届满。',
  'no-further-stage': '该办法没有更重的档次。',
  'nothing-to-take-back': '没有找到要撤回的登记。',
  'already-taken-back': '该登记已经撤回。',
  'not-yours-to-take-back': '只能撤回自己登记的内容。',
};

/** A broken rule leaves as a conflict under its own code; anything else stays what it is. */
export function rethrowAsProblem(error: unknown): never {
  if (error instanceof PointsRuleBroken) throw new Problem(409, error.code, DETAILS[error.code]);
  throw error;
}

export const subjectNotFound = (): Problem => new Problem(404, 'subject-not-found', '没有找到该对象。');
export const schemeNotLive = (): Problem => new Problem(404, 'scheme-not-live', '没有正在施行的这个积分办法。');
export const otherObject = (): Problem => new Problem(409, 'subject-not-of-scheme', '该办法不适用于这个对象。');
export const knownOtherwise = (): Problem => new Problem(409, 'entry-known-otherwise', '同一编号已登记了别的内容，请重新填写。');
export const matterNotFound = (): Problem => new Problem(409, 'matter-not-found', '没有找到所指的同一事项。');
