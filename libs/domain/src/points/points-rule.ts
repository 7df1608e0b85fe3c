export const POINTS_RULES = [
  'day-too-early',
  'day-to-come',
  'measure-not-in-scheme',
  'round-number-missing-or-not-asked',
  'nothing-to-step-on',
  'before-what-it-follows',
  'role-does-not-confirm',
  'needs-another-person',
  'already-refused',
  'step-not-asked',
  'step-already-taken',
  'step-out-of-turn',
  'statement-awaited',
  'does-not-count-yet',
  'no-objection',
  'no-term-set',
  'term-before-its-day',
  'term-belongs-to-the-fact',
  'term-not-over',
  'no-further-stage',
  'nothing-to-take-back',
  'already-taken-back',
  'not-yours-to-take-back',
] as const;
export type PointsRule = (typeof POINTS_RULES)[number];

/** What somebody enters does not fit the scheme or what stands already. */
export class PointsRuleBroken extends Error {
  constructor(readonly code: PointsRule) {
    super(code);
    this.name = 'PointsRuleBroken';
  }
}
