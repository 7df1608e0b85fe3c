import { Problem } from '#platform/http/problem';
import { pointerTo, valueAt } from '#platform/json/pointer';

const NAMES_A_REPORTER = /^(reporter|informant|whistle_?blower|petitioner|complainant|举报人|检举人|控告人|信访人|投诉人|反映人)/i;
/** What kind of reporter it was says nothing about who it was. */
const KIND = '/data/reporterKind';

const PLACES = [[], ['data'], ['data', 'fields']] as const;

/**
 * Who reported is never taken until there is a vault for it: not stored, not repeated in the answer.
 * @throws Problem 400 `reporter-not-taken-yet`
 */
export function refuseReporter(event: unknown): void {
  for (const place of PLACES) {
    const object = valueAt(event, place);
    if (typeof object !== 'object' || object === null) continue;
    const named = Object.keys(object).find((key) => NAMES_A_REPORTER.test(key) && pointerTo([...place, key]) !== KIND);
    if (named !== undefined) throw reporterNotTaken(pointerTo([...place, named]));
  }
}

function reporterNotTaken(pointer: string): Problem {
  const code = 'reporter-not-taken-yet';
  const detail = '目前不接收反映人(举报人)的身份信息，请删除该字段后重新发送。';
  return new Problem(400, code, detail, [{ pointer, code, detail }]);
}
