/** On what a principal is supervised: the five dimensions (domain: signals 11.7, mission-checklist 30). */
export const DIMENSIONS = ['recommendations', 'decisions', 'projects', 'democratic-style', 'integrity'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** The five categories that are supervised on different things; everybody else has no profile (domain: signals 11.7). */
export type SupervisedCategory = '一把手' | '组织人事' | '财务经济' | '执法执纪' | '行政管理';

const PRINCIPAL: SupervisedCategory = '一把手';

const AUDIT = ['org-audit-in-office-finding', 'org-audit-exit-finding', 'org-audit-rectification-overdue', 'org-audit-due'];
const ACCUSATION = ['public-accusation-real-name', 'public-accusation-anonymous'];

/**
 * What a page shows first of each category: the "top signals" of the table in domain signals 11.7; 12380 reports reach the product as
 * accusations. It is an order of looking and never a weight (design: risk-model 6).
 */
const FIRST: Readonly<Record<SupervisedCategory, ReadonlySet<string>>> = {
  一把手: new Set([
    'team-collective-decision-bypassed',
    'team-leader-spoke-first',
    'team-finance-direct-control',
    'team-nomination-personal',
    ...AUDIT,
    'org-tenure-exceeded',
    'superior-inspection-finding',
    ...ACCUSATION,
  ]),
  组织人事: new Set([
    'org-appointment-procedure-breach',
    'org-recommender-liability',
    'public-notice-objection',
    'team-ballot-irregular',
    'org-avoidance-breach',
    ...ACCUSATION,
  ]),
  财务经济: new Set([...AUDIT, 'org-fiscal-discipline-breach', 'team-finance-direct-control', 'self-personal-matters-concealment']),
  执法执纪: new Set(['org-legal-supervision', ...ACCUSATION, 'public-group-visit', 'media-investigation', 'self-recusal-undeclared']),
  行政管理: new Set(['public-hotline-complaint', 'public-disclosure-overdue', 'org-legal-supervision', 'media-negative-report', ...AUDIT]),
};

/**
 * Of which dimension a type speaks by itself (decision 0035). What may be about any of them, such as a petition, a report in the media or
 * an inspection, is of none: a type that says nothing of integrity must not be counted against it.
 */
const SPEAKS_OF: Readonly<Record<Dimension, readonly string[]>> = {
  recommendations: [
    'team-nomination-personal',
    'team-ballot-irregular',
    'org-appointment-procedure-breach',
    'org-recommender-liability',
    'org-avoidance-breach',
  ],
  decisions: [
    'team-collective-decision-bypassed',
    'team-dissent-overridden',
    'team-rules-of-procedure-missing',
    'self-major-matter-unreported',
  ],
  projects: [
    'team-finance-direct-control',
    'org-audit-in-office-finding',
    'org-audit-exit-finding',
    'org-audit-rectification-overdue',
    'org-fiscal-discipline-breach',
  ],
  'democratic-style': [
    'team-leader-spoke-first',
    'team-democratic-life-defect',
    'team-rectification-unfinished',
    'team-unprincipled-dispute',
    'team-duty-imbalance',
  ],
  integrity: [
    'self-income-declaration-missed',
    'self-personal-matters-late',
    'self-personal-matters-omission',
    'self-personal-matters-concealment',
    'self-integrity-report-missing',
    'self-recusal-undeclared',
  ],
};

const DIMENSION_OF: ReadonlyMap<string, Dimension> = new Map(
  DIMENSIONS.flatMap((dimension) => SPEAKS_OF[dimension].map((code) => [code, dimension] as const)),
);

const isSupervised = (category: string): category is SupervisedCategory => Object.hasOwn(FIRST, category);

/** Whether a type is what cadres of this category are supervised on first; of the others none is. */
export function isFirst(category: string, code: string): boolean {
  return isSupervised(category) && FIRST[category].has(code);
}

/** Whose reading is told by dimensions. */
export const hasDimensions = (category: string): boolean => category === PRINCIPAL;

export const dimensionOf = (code: string): Dimension | undefined => DIMENSION_OF.get(code);

/** All types that the profiles name, for a check against the catalogue. */
export const NAMED_CODES: readonly string[] = [...Object.values(FIRST).flatMap((codes) => [...codes]), ...DIMENSION_OF.keys()];
