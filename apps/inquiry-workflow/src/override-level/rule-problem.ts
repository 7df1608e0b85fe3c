import { type Override, type OverrideRule, OverrideRuleBroken } from '#domain/override/override';
import { Problem } from '#platform/http/problem';

const DETAILS: Readonly<Record<OverrideRule, string>> = {
  'override-until-past': '截止日期须晚于今天。',
  'override-waits-already': '该对象已有一项人工定级等待复核。',
  'override-holds-already': '该对象已有一项人工定级在有效期内，请先解除。',
  'override-decided-already': '该项人工定级已经复核，或者已过截止日期。',
  'override-needs-another-person': '提出人不能自己复核，须由另一人决定。',
  'override-does-not-hold': '该项人工定级不在有效期内，无须解除。',
};

/** What a rule lets through. @throws Problem 409 under the code of the rule that it breaks */
export function allowed(act: () => Override): Override {
  try {
    return act();
  } catch (error) {
    if (error instanceof OverrideRuleBroken) throw new Problem(409, error.code, DETAILS[error.code]);
    throw error;
  }
}
