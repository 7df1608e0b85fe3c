/** What a written inquiry may ask about (domain: inquiry 1.2, 组织部门函询的七个方面). */
export const ASPECTS = ['political', 'duty', 'style', 'morality', 'integrity', 'discipline', 'other'] as const;
export type Aspect = (typeof ASPECTS)[number];

/**
 * Of which aspect a conclusion is told. Coarse on purpose: an aspect says neither which organ found it nor how. A spec checks that
 * each type that may carry points as a conclusion or an overdue duty has one; a type that is not here is told to nobody.
 */
const OF_TYPE: Readonly<Record<string, Aspect>> = {
  'org-inquiry-untruthful': 'discipline',
  'org-inquiry-no-reply': 'discipline',
  'org-audit-in-office-finding': 'integrity',
  'org-audit-exit-finding': 'integrity',
  'org-audit-rectification-overdue': 'integrity',
  'org-fiscal-discipline-breach': 'integrity',
  'org-appointment-procedure-breach': 'discipline',
  'org-recommender-liability': 'discipline',
  'org-avoidance-breach': 'discipline',
  'org-legal-supervision': 'duty',
  'org-npc-cppcc-oversight': 'duty',
  'superior-inspection-finding': 'other',
  'superior-inspection-rectification-overdue': 'duty',
  'superior-work-supervision-notice': 'duty',
  'superior-annual-grade-low': 'duty',
  'superior-duty-visit-finding': 'duty',
  'self-personal-matters-late': 'discipline',
  'self-personal-matters-omission': 'discipline',
  'self-personal-matters-concealment': 'discipline',
  'self-major-matter-unreported': 'discipline',
  'self-recusal-undeclared': 'discipline',
  'self-income-declaration-missed': 'integrity',
  'self-integrity-report-missing': 'integrity',
  'self-study-absence': 'political',
  'self-law-test-failed': 'political',
  'self-warning-education-missed': 'political',
  'team-collective-decision-bypassed': 'discipline',
  'team-leader-spoke-first': 'discipline',
  'team-dissent-overridden': 'discipline',
  'team-finance-direct-control': 'discipline',
  'team-ballot-irregular': 'discipline',
  'team-democratic-life-defect': 'discipline',
  'team-rules-of-procedure-missing': 'discipline',
  'team-duty-imbalance': 'discipline',
  'team-rectification-unfinished': 'duty',
};

/** Codes come from outside: 'constructor' must not find what every object inherits. */
export const aspectOf = (code: string): Aspect | undefined => (Object.hasOwn(OF_TYPE, code) ? OF_TYPE[code] : undefined);
