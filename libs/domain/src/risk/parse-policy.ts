import { HALF_LIFE_TABLES } from '#domain/risk/half-life-tables';
import { at, type Problem } from '#domain/risk/json-shape';
import { HALF_LIVES, LEVEL_NAMES, type Policy } from '#domain/risk/policy';
import { POLICY_SHAPE } from '#domain/risk/policy-shape';

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
  const problems = policyProblems(json);
  if (problems.length > 0) throw new PolicyInvalid(problems);
  return json as Policy;
}

/** Fields that must be whole before they can be compared with one another. */
const COMPARED: readonly (readonly [fields: readonly string[], compare: (policy: Policy) => Problem[]])[] = [
  [['levels'], levelProblems],
  [['halfLifeTables'], tableProblems],
  [['weights', 'notScored'], typeProblems],
  [['authorities'], authorityProblems],
];

/** All that keeps a document from being a policy: fields are compared as soon as they have their form, whatever is wrong elsewhere. */
export function policyProblems(json: unknown): readonly Problem[] {
  const shapeProblems = POLICY_SHAPE(json, '');
  if (shapeProblems.some(({ pointer }) => pointer === '')) return shapeProblems;
  const broken = new Set(shapeProblems.map(({ pointer }) => pointer.split('/')[1]));
  const compared = COMPARED.filter(([fields]) => fields.every((field) => !broken.has(field)));
  return [...shapeProblems, ...compared.flatMap(([, compare]) => compare(json as Policy))];
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
    if (halfLifeTables[halfLife].length !== halfLife) return [{ pointer, code: 'table-incomplete', names: [halfLife] }];
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
