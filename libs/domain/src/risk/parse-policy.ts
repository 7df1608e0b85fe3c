import { HALF_LIFE_TABLES } from '#domain/risk/half-life-tables';
import { at, dictionary, fields, integer, listOf, oneOf, table, text, type Problem } from '#domain/risk/json-shape';
import { CHANNELS, GRADES, HALF_LIVES, LEVEL_NAMES, POST_FACTORS, SEVERITY_CLASSES, STATUSES, type Policy } from '#domain/risk/policy';

const percent = integer(0, 100);
/** A hundred to one; far above any knee that makes sense, far below what could leave the safe integers. */
const odds = integer(0, 100_000_000);
const score = integer(1, 95);
const milliPoints = integer(0, 100_000);
const exposure = integer(1, 1_000);

const byClass = fields({}, Object.fromEntries(SEVERITY_CLASSES.map((severity) => [severity, score])));

const policyShape = fields({
  name: text(),
  landmark: oneOf(['2000-01-01']),
  grades: table(GRADES, percent),
  statuses: table(STATUSES, percent),
  channels: table(CHANNELS, fields({ matter: odds, channel: odds })),
  publicMediaCap: odds,
  halfLifeTables: table(HALF_LIVES, listOf(text())),
  levels: listOf(fields({ name: oneOf(LEVEL_NAMES), enter: milliPoints, exit: milliPoints })),
  dwellDays: integer(0, 3_660),
  gate: fields({ severity: score, groupFloor: odds }),
  exposure: fields({ factors: table(POST_FACTORS, exposure), cap: exposure }),
  authorities: listOf(text()),
  weights: dictionary(byClass),
  notScored: dictionary(text()),
  gradesByReporter: dictionary(oneOf(GRADES)),
  anonymousAtMost: oneOf(GRADES),
});

/** The document is no policy; every problem is listed. */
export class PolicyInvalid extends Error {
  readonly code = 'policy-invalid';

  constructor(readonly problems: readonly Problem[]) {
    super(`policy-invalid: ${problems.map(({ pointer, code }) => `${pointer} ${code}`).join(', ')}`);
    this.name = 'PolicyInvalid';
  }
}

/**
 * @param json a parsed JSON document
 * @throws PolicyInvalid with the pointers of all that is missing, unknown, out of range or out of order
 * @see design risk-model 9: thresholds ordered, tables complete, no field for a forbidden feature
 */
export function parsePolicy(json: unknown): Policy {
  const shapeProblems = policyShape(json, '');
  if (shapeProblems.length > 0) throw new PolicyInvalid(shapeProblems);
  const policy = json as Policy;
  const problems = [...levelProblems(policy), ...tableProblems(policy), ...typeProblems(policy), ...authorityProblems(policy)];
  if (problems.length > 0) throw new PolicyInvalid(problems);
  return policy;
}

/** Four levels by name; each is entered above its exit, and above the one before it in both. */
function levelProblems({ levels }: Policy): Problem[] {
  const pointer = '/levels';
  const expected = LEVEL_NAMES.slice(1);
  if (levels.map(({ name }) => name).join() !== expected.join()) return [{ pointer, code: 'not-the-four-levels' }];
  return levels.flatMap((level, place) => {
    const below = levels[place - 1] ?? { enter: 0, exit: 0 };
    const ordered = level.exit < level.enter && level.enter > below.enter && level.exit > below.exit;
    return ordered ? [] : [{ pointer: at(pointer, place), code: 'thresholds-not-ordered' }];
  });
}

/** The tables are part of the policy so that its hash covers them, and have only one right content. */
function tableProblems({ halfLifeTables }: Policy): Problem[] {
  return HALF_LIVES.flatMap((halfLife) => {
    const pointer = at('/halfLifeTables', halfLife);
    if (halfLifeTables[halfLife].length !== halfLife) return [{ pointer, code: 'table-incomplete' }];
    const wrong = halfLifeTables[halfLife].findIndex((entry, place) => entry !== String(HALF_LIFE_TABLES[halfLife][place]));
    return wrong === -1 ? [] : [{ pointer: at(pointer, wrong), code: 'not-the-nearest-integer' }];
  });
}

function typeProblems({ weights, notScored }: Policy): Problem[] {
  return Object.entries(weights).flatMap(([code, ofCode]) => {
    const pointer = at('/weights', code);
    if (Object.hasOwn(notScored, code)) return [{ pointer, code: 'weighted-and-not-scored' }];
    return Object.keys(ofCode).length === 0 ? [{ pointer, code: 'no-weight' }] : [];
  });
}

function authorityProblems({ authorities }: Policy): Problem[] {
  return authorities.flatMap((name, place) =>
    authorities.indexOf(name) === place ? [] : [{ pointer: at('/authorities', place), code: 'named-twice' }],
  );
}
