/** Why a type may carry points: each is a decision of an organ, not a report to it. */
export type Ground = 'measure' | 'sanction' | 'conclusion' | 'overdue';

/**
 * Types that may carry points once verified. Every scheme must say what it does with each measure and sanction.
 * @see domain archives-and-schemes 8.2: a measure taken, a sanction, an audit or other conclusion, an overdue duty
 */
export const MAY_CARRY: Readonly<Record<string, Ground>> = {
  'superior-reminder-talk': 'measure',
  'superior-admonition': 'measure',
  'superior-accountability': 'measure',
  'superior-criticism-circular': 'measure',
  'org-party-sanction': 'sanction',
  'org-administrative-sanction': 'sanction',
  'org-inquiry-untruthful': 'conclusion',
  'org-audit-in-office-finding': 'conclusion',
  'org-audit-exit-finding': 'conclusion',
  'org-fiscal-discipline-breach': 'conclusion',
  'org-appointment-procedure-breach': 'conclusion',
  'org-recommender-liability': 'conclusion',
  'org-avoidance-breach': 'conclusion',
  'org-legal-supervision': 'conclusion',
  'superior-inspection-finding': 'conclusion',
  'superior-work-supervision-notice': 'conclusion',
  'superior-annual-grade-low': 'conclusion',
  'superior-duty-visit-finding': 'conclusion',
  'self-personal-matters-omission': 'conclusion',
  'self-personal-matters-concealment': 'conclusion',
  'self-recusal-undeclared': 'conclusion',
  'team-collective-decision-bypassed': 'conclusion',
  'team-leader-spoke-first': 'conclusion',
  'team-dissent-overridden': 'conclusion',
  'team-finance-direct-control': 'conclusion',
  'team-ballot-irregular': 'conclusion',
  'team-democratic-life-defect': 'conclusion',
  'team-rules-of-procedure-missing': 'conclusion',
  'team-duty-imbalance': 'conclusion',
  'org-audit-rectification-overdue': 'overdue',
  'org-inquiry-no-reply': 'overdue',
  'org-npc-cppcc-oversight': 'overdue',
  'superior-inspection-rectification-overdue': 'overdue',
  'team-rectification-unfinished': 'overdue',
  'self-income-declaration-missed': 'overdue',
  'self-personal-matters-late': 'overdue',
  'self-major-matter-unreported': 'overdue',
  'self-integrity-report-missing': 'overdue',
  'self-study-absence': 'overdue',
  'self-law-test-failed': 'overdue',
  'self-warning-education-missed': 'overdue',
};

const PETITION = 'petition';
const MEDIA = 'media';
const OWN_WORD = 'own-word';
const CLUE = 'clue';
const OPINION = 'opinion';
const OFFICE_TASK = 'office-task';
const HELPS = 'helps';

export type NeverCarries =
  typeof PETITION | typeof MEDIA | typeof OWN_WORD | typeof CLUE | typeof OPINION | typeof OFFICE_TASK | typeof HELPS;

/** Types that never carry points, whatever a scheme says, each with the reason. A spec checks that each type is in one of the two tables. */
export const NEVER_CARRY: Readonly<Record<string, NeverCarries>> = {
  'self-event-report': OWN_WORD,
  'team-democratic-life-criticism': OWN_WORD,
  'team-nomination-personal': OPINION,
  'team-unprincipled-dispute': OPINION,
  'org-democratic-evaluation-low': OPINION,
  'org-integrity-opinion': OPINION,
  'superior-clue-transferred': CLUE,
  'org-clue-registered': CLUE,
  'org-clue-disposed': CLUE,
  'superior-periodic-talk': OFFICE_TASK,
  'org-audit-due': OFFICE_TASK,
  'org-tenure-exceeded': OFFICE_TASK,
  'org-rotation-overdue': OFFICE_TASK,
  'org-family-planning-breach': OFFICE_TASK,
  'self-gift-handover': HELPS,
  'self-voluntary-disclosure': HELPS,
  'public-suggestion': HELPS,
  'public-false-accusation': HELPS,
  'media-rumour-refuted': HELPS,
  'public-accusation-real-name': PETITION,
  'public-accusation-anonymous': PETITION,
  'public-petition-repeat': PETITION,
  'public-group-visit': PETITION,
  'public-petition-duty-failure': PETITION,
  'public-petition-leak': PETITION,
  'public-retaliation': PETITION,
  'public-three-proposals': PETITION,
  'public-hotline-complaint': PETITION,
  'public-notice-objection': PETITION,
  'public-mass-appraisal-low': PETITION,
  'public-disclosure-overdue': PETITION,
  'public-supervisor-report': PETITION,
  'media-negative-report': MEDIA,
  'media-hot-topic': MEDIA,
  'media-investigation': MEDIA,
  'media-response-overdue': MEDIA,
  'media-mishandled-opinion': MEDIA,
  'media-case-exposed': MEDIA,
  'media-tv-inquiry': MEDIA,
  'media-unverified-post': MEDIA,
};

export const mayCarryPoints = (code: string): boolean => Object.hasOwn(MAY_CARRY, code);

/** Measures and sanctions: of them a scheme must say what it does. */
export const mustBeNamed = (code: string): boolean => ['measure', 'sanction'].includes(own(MAY_CARRY, code) ?? '');

/** Codes come from outside: 'constructor' must not find what every object inherits. */
const own = (table: Readonly<Record<string, Ground>>, code: string): Ground | undefined =>
  Object.hasOwn(table, code) ? table[code] : undefined;
