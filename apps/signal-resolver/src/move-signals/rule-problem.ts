import { type MoveRule, MoveRuleBroken } from '#domain/move/move';
import { Problem } from '#platform/http/problem';

const DETAILS: Readonly<Record<MoveRule, string>> = {
  'move-of-nothing-there': '所选信号中有的已不在该对象名下、已被撤回，或者不是可以改归的信号，请刷新后重新选择。',
  'move-of-several-subjects': '所选信号不属于同一对象，请分别提出。',
  'move-to-the-same-subject': '所选信号本来就归在此对象名下。',
  'move-waits-already': '所选信号中有的已有一项归错更正待确认。',
  'move-decided-already': '该项归错更正已经处理，请刷新。',
  'move-needs-another-person': '归错更正须由另一人确认，提出人不能自行处理。',
};

/** @throws Problem 409 for a rule that is broken */
export function allowed<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof MoveRuleBroken) throw new Problem(409, error.code, DETAILS[error.code]);
    throw error;
  }
}
