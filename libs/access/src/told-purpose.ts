import type { Principal, RequestHeaders } from '#access/principals';
import { type Purpose, purposesFor } from '#access/purposes';
import { Problem } from '#platform/http/problem';

export const PURPOSE_HEADER = 'liuqu-purpose';
export const TASK_HEADER = 'liuqu-task';
/** Percent-encoded UTF-8: a header holds no Chinese. */
export const REASON_HEADER = 'liuqu-reason';

const REASON_LENGTH = { least: 5, most: 200 } as const;
const TASK = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const CONTROL = /\p{Cc}/u;

/** Why somebody reads: with a task at hand, or else in their own words. */
export interface ToldPurpose {
  readonly purpose: Purpose;
  readonly task: string | null;
  readonly reason: string | null;
}

/**
 * @returns what the headers of a sensitive read say
 * @throws Problem 400 'purpose-missing', 'task-missing' or 'reason-missing', with what may be said instead
 */
export function toldPurpose(headers: RequestHeaders, { role }: Pick<Principal, 'role'>): ToldPurpose {
  const allowed = purposesFor(role);
  const purpose = allowed.find(({ code }) => code === headers[PURPOSE_HEADER]);
  if (!purpose) throw purposeMissing(allowed);
  if (purpose.task === 'none') return { purpose, task: null, reason: reasonIn(headers[REASON_HEADER]) };
  const task = headers[TASK_HEADER];
  if (typeof task !== 'string' || !TASK.test(task)) {
    throw new Problem(400, 'task-missing', `以“${purpose.label}”为用途查阅，须写明所办事项的编号（Liuqu-Task）。`);
  }
  return { purpose, task, reason: null };
}

function purposeMissing(allowed: readonly Purpose[]): Problem {
  const choices = allowed.map(({ code, label }) => `${code}（${label}）`).join('、');
  return new Problem(400, 'purpose-missing', '查阅个人或单位的材料须说明用途，并记入查阅记录。', [
    { pointer: '', code: 'purpose-missing', detail: `请求头 Liuqu-Purpose 只能填写：${choices}。` },
  ]);
}

function reasonIn(header: string | string[] | undefined): string {
  const reason = typeof header === 'string' ? decoded(header).trim() : '';
  const { length } = Array.from(reason);
  if (length >= REASON_LENGTH.least && length <= REASON_LENGTH.most && !CONTROL.test(reason)) return reason;
  const { least, most } = REASON_LENGTH;
  throw new Problem(400, 'reason-missing', `没有所办事项而查阅的，须写明理由（Liuqu-Reason，${least} 至 ${most} 字)，供事后复核。`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
