import { type InquiryRule, InquiryRuleBroken } from '#domain/inquiry/inquiry';
import { Problem } from '#platform/http/problem';

const DETAILS: Readonly<Record<InquiryRule, string>> = {
  'candidate-not-open': '该候选已经办结，不能再作决定。',
  'candidate-held': '该候选超过当日上限，尚未放行，须先由承办部门负责人放行。',
  'candidate-not-held': '该候选无需放行，或已经放行。',
  'dismissal-already-asked': '已有人提请不予函询，须先由承办部门负责人答复。',
  'dismissal-not-asked': '尚未有人提请不予函询。',
  'dismissal-needs-another-person': '提请人不能自己答复，须由另一人决定。',
  'clue-number-in-use': '该线索编号已经登记，请核对。',
  'review-not-asked': '该候选的依据没有变化，或已有人复核，无需复核。',
  'nothing-to-withdraw': '该候选未予函询，没有可撤销的受理。',
  'withdrawal-needs-another-person': '受理人不能自己撤销，须由另一人决定。',
};

/** A broken rule leaves as a conflict under its own code; anything else stays what it is. */
export function rethrowAsProblem(error: unknown): never {
  if (error instanceof InquiryRuleBroken) throw new Problem(409, error.code, DETAILS[error.code]);
  throw error;
}
