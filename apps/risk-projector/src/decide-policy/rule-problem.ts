import { type PolicyRule, PolicyRuleBroken } from '#domain/policy/policy-life';
import { Problem } from '#platform/http/problem';

const DETAILS: Readonly<Record<PolicyRule, string>> = {
  'policy-drafted-already': '这份规则已经建立。',
  'policy-not-drafted': '没有这份规则。',
  'policy-not-a-draft': '规则已经提请审批，不能再修改；如需修改，请另行起草。',
  'policy-revised-meanwhile': '他人刚刚修改过这份规则，请重新打开后再改。',
  'policy-not-checked': '请先通过校验，再提请审批。',
  'policy-not-total': '规则还有校验意见没有处理，不能审批。',
  'policy-not-backtested': '这份内容还没有完成试算，请先在“试算”中对它试算；内容改动后须重新试算。',
  'policy-not-awaiting-approval': '这份规则没有在等待审批。',
  'policy-is-another': '规则内容与您看到的不一致，请重新打开后再审批。',
  'approver-is-author': '起草或修改过这份规则的人不能审批，须由他人审批。',
  'approver-asked': '提请审批的人不能自己审批，须由他人审批。',
  'approver-approved-already': '您已经同意，须由另一人再审批。',
  'policy-not-approved': '规则未经两人批准，不能启用。',
  'policy-not-live': '这份规则没有在执行。',
  'policy-known-already': '内容完全相同的规则已经提请审批或批准过。',
  'policy-name-in-use': '已有同名规则，请换一个名称。',
};

export const policyNotFound = (): Problem => new Problem(404, 'policy-not-found', '没有这份规则，或尚未批准。');

export const policyNotJson = (): Problem => new Problem(409, 'policy-not-json', '规则内容还不是完整的 JSON，请先改正。');

/** A broken rule leaves as a conflict under its own code; anything else stays what it is. */
export function rethrowAsProblem(error: unknown): never {
  if (!(error instanceof PolicyRuleBroken)) throw error;
  if (error.code === 'policy-not-drafted') throw policyNotFound();
  throw new Problem(409, error.code, DETAILS[error.code]);
}
