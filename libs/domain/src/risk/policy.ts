/** The six channels, in the order in which tables and ties take them. */
export const CHANNELS = ['self', 'team', 'superior', 'organization', 'public', 'media'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Source grade: A the most reliable, E without weight, F unknown. */
export const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Grade = (typeof GRADES)[number];

export const STATUSES = ['unverified', 'plausible', 'verified', 'refuted', 'withdrawn', 'malicious'] as const;
export type Status = (typeof STATUSES)[number];

/** In days. */
export const HALF_LIVES = [90, 180, 365] as const;
export type HalfLife = (typeof HALF_LIVES)[number];

export const LEVEL_NAMES = ['none', 'watch', 'remind', 'inquiry', 'priority'] as const;
export type LevelName = (typeof LEVEL_NAMES)[number];

export const POST_FACTORS = ['advisory', 'general', 'money', 'personnel', 'approval', 'law-enforcement', 'principal'] as const;
export type PostFactor = (typeof POST_FACTORS)[number];

/** Severity classes of the catalogue; class 0 is never scored. */
export const SEVERITY_CLASSES = ['1', '2', '3', '4', '5'] as const;
export type SeverityClass = (typeof SEVERITY_CLASSES)[number];

/** Knees of the tax brackets in micro-odds. */
export interface Knees {
  /** M: of one matter in one channel and group. */
  readonly matter: number;
  /** K: of the whole channel. */
  readonly channel: number;
}

/** Enter at or above, leave below; both in milli-points of E. */
export interface LevelRule {
  readonly name: Exclude<LevelName, 'none'>;
  readonly enter: number;
  readonly exit: number;
}

/** What a measure in force does to the level that is shown. */
export interface FloorRule {
  readonly level: Exclude<LevelName, 'none'>;
  /** Where its sender names no last day: for how many months it is in force, by its kind. A kind that is not listed has no floor then. */
  readonly months: Readonly<Record<string, number>>;
}

/**
 * Versioned JSON that decides how signals are read; data only, so that its hash names it.
 * Percentages are whole numbers, odds are micro-odds, thresholds are milli-points.
 * @see design risk-model 1–7 and 9
 */
export interface Policy {
  readonly name: string;
  /** Growth is counted from this date; the day numbers of this system allow no other. */
  readonly landmark: '2000-01-01';
  readonly grades: Readonly<Record<Grade, number>>;
  readonly statuses: Readonly<Record<Status, number>>;
  readonly channels: Readonly<Record<Channel, Knees>>;
  readonly publicMediaCap: number;
  /** Entry k of table h is 2^40 · 2^(k/h) to the nearest integer, in decimal digits. */
  readonly halfLifeTables: Readonly<Record<HalfLife, readonly string[]>>;
  /** Watch, remind, inquiry, priority. */
  readonly levels: readonly LevelRule[];
  readonly dwellDays: number;
  /** By the code of a measure or sanction: the least level shown while one is in force. Absent in policies older than floors: none. */
  readonly floors?: Readonly<Record<string, FloorRule>>;
  /** `severity` is compared with s; `groupFloor` with the y of a group. */
  readonly gate: { readonly severity: number; readonly groupFloor: number };
  readonly exposure: { readonly factors: Readonly<Record<PostFactor, number>>; readonly cap: number };
  /** From the lowest to the highest: the rank of a decision is the place of its authority. */
  readonly authorities: readonly string[];
  /** The score s (1–95) that one fresh, verified, grade-A item of the code and class gives alone. */
  readonly weights: Readonly<Record<string, Readonly<Partial<Record<SeverityClass, number>>>>>;
  /** Codes that never enter E, each with its reason. */
  readonly notScored: Readonly<Record<string, string>>;
  readonly gradesByReporter: Readonly<Record<string, Grade>>;
  /** The best grade of an anonymous report until it is plausible or better. */
  readonly anonymousAtMost: Grade;
}

/**
 * The score s of a signal, by its code and severity class (0–5).
 * @returns 0 for what the policy does not score; undefined when the policy does not know the code or the class
 */
export function scoreOf(policy: Policy, code: string, severity: number): number | undefined {
  if (severity === 0 || own(policy.notScored, code) !== undefined) return 0;
  return own(own(policy.weights, code) ?? {}, String(severity));
}

/** What the policy makes of a measure of this code while it is in force; undefined for no floor. */
export function floorRuleOf(policy: Policy, code: string): FloorRule | undefined {
  return policy.floors === undefined ? undefined : own(policy.floors, code);
}

/** The grade that the policy gives to a kind of reporter; F, unknown, for a kind that it does not list. */
export function gradeOfReporter(policy: Policy, kind: string): Grade {
  return own(policy.gradesByReporter, kind) ?? 'F';
}

/** The rank of an authority by name; −1, below all others, when the policy does not list it. */
export function authorityRank(policy: Policy, authority: string): number {
  return policy.authorities.indexOf(authority);
}

/** Codes come from outside: 'constructor' must not find what every object inherits. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
