import type { ReporterKind } from '#contracts/signals/common';

/** How a kind of signal is sent: by whom reported, how far checked, and on whom it falls. */
interface Manner {
  readonly reporterKind: ReporterKind;
  /** Shares in percent; the rest is verified. */
  readonly unverified: number;
  readonly plausible: number;
  /** `adverse` is concentrated on few, `petition` falls also three times as often on law enforcement and administration. */
  readonly falls: 'evenly' | 'adverse' | 'petition';
}

/** How often a type comes, from whom and in which manner. Rates per cadre and year, as the mean of the county. */
export interface Rate extends Manner {
  readonly code: string;
  /** Key of the agency. */
  readonly agency: string;
  readonly perYear: number;
}

const CALL: Manner = { reporterKind: 'unknown', unverified: 90, plausible: 10, falls: 'petition' };
const NAMELESS: Manner = { ...CALL, reporterKind: 'anonymous' };
const NAMED: Manner = { reporterKind: 'real-name', unverified: 70, plausible: 20, falls: 'petition' };
const POSTED: Manner = { reporterKind: 'unknown', unverified: 95, plausible: 5, falls: 'adverse' };
const PRESS: Manner = { reporterKind: 'media', unverified: 50, plausible: 30, falls: 'adverse' };
const FOUND: Manner = { reporterKind: 'agency-finding', unverified: 0, plausible: 0, falls: 'adverse' };
const PARTLY_FOUND: Manner = { ...FOUND, plausible: 35 };
const RECORDED: Manner = { reporterKind: 'agency-report', unverified: 0, plausible: 0, falls: 'evenly' };

const comes = (code: string, agency: string, perYear: number, manner: Manner): Rate => ({ code, agency, perYear, ...manner });

/**
 * Where the source names one rate for two types they share it; what is set off by a rule or by another event is not in the table.
 * @see domain demo-county, the table of channels and the paragraph on status
 */
export const RATES: readonly Rate[] = [
  comes('public-hotline-complaint', 'HOT', 0.25, CALL),
  // Accusations 0.08, of which 40 % under a real name.
  comes('public-accusation-real-name', 'PET', 0.032, NAMED),
  comes('public-accusation-anonymous', 'PET', 0.048, NAMELESS),
  comes('public-petition-repeat', 'PET', 0.06, CALL),
  comes('public-suggestion', 'PET', 0.05, { ...RECORDED, reporterKind: 'unknown' }),
  comes('public-supervisor-report', 'MON', 0.03, { ...NAMED, falls: 'adverse' }),
  comes('public-mass-appraisal-low', 'ORG', 0.02, { ...FOUND, reporterKind: 'agency-report' }),
  comes('public-petition-duty-failure', 'PET', 0.02, FOUND),
  comes('public-notice-objection', 'ORG', 0.01, { ...NAMED, falls: 'adverse' }),
  comes('public-group-visit', 'PET', 0.005, CALL),

  comes('org-integrity-opinion', 'DIS', 0.1, { ...RECORDED, reporterKind: 'agency-finding' }),
  comes('org-audit-in-office-finding', 'AUD', 0.03, FOUND),
  comes('org-audit-exit-finding', 'AUD', 0.03, FOUND),
  comes('org-clue-registered', 'DIS', 0.05, FOUND),
  comes('org-democratic-evaluation-low', 'ORG', 0.02, FOUND),
  comes('org-fiscal-discipline-breach', 'FIN', 0.02, PARTLY_FOUND),
  comes('org-legal-supervision', 'PRO', 0.02, FOUND),
  comes('org-audit-rectification-overdue', 'AUD', 0.01, FOUND),
  comes('org-appointment-procedure-breach', 'ORG', 0.005, FOUND),
  comes('org-party-sanction', 'DIS', 0.005, FOUND),
  comes('org-administrative-sanction', 'DIS', 0.005, FOUND),

  comes('superior-work-supervision-notice', 'SUP', 0.15, FOUND),
  comes('superior-periodic-talk', 'COM', 0.5, RECORDED),
  comes('superior-reminder-talk', 'COM', 0.05, FOUND),
  comes('superior-inspection-finding', 'INS', 0.03, PARTLY_FOUND),
  comes('superior-criticism-circular', 'CTY', 0.02, FOUND),
  comes('superior-annual-grade-low', 'ORG', 0.01, FOUND),
  comes('superior-admonition', 'ORG', 0.008, FOUND),

  comes('team-democratic-life-criticism', 'ORG', 0.8, RECORDED),
  comes('team-leader-spoke-first', 'COM', 0.02, FOUND),
  comes('team-rectification-unfinished', 'DIS', 0.02, FOUND),
  comes('team-collective-decision-bypassed', 'SUP', 0.01, FOUND),
  comes('team-finance-direct-control', 'FIN', 0.01, FOUND),
  comes('team-nomination-personal', 'ORG', 0.003, FOUND),

  comes('self-study-absence', 'PUB', 0.3, FOUND),
  comes('self-event-report', 'DIS', 0.1, RECORDED),
  comes('self-personal-matters-late', 'ORG', 0.03, FOUND),
  comes('self-personal-matters-omission', 'ORG', 0.02, FOUND),
  comes('self-personal-matters-concealment', 'ORG', 0.003, FOUND),
  comes('self-law-test-failed', 'ORG', 0.02, FOUND),
  comes('self-gift-handover', 'DIS', 0.02, RECORDED),
  comes('self-voluntary-disclosure', 'DIS', 0.005, RECORDED),

  comes('media-unverified-post', 'NET', 0.04, POSTED),
  comes('media-negative-report', 'NET', 0.01, PRESS),
  comes('media-rumour-refuted', 'NET', 0.01, RECORDED),
  comes('media-hot-topic', 'NET', 0.005, POSTED),
  comes('media-response-overdue', 'NET', 0.003, FOUND),
];

/** Each clue that was registered is disposed of; shares in percent (domain: demo-county). */
export const DISPOSED = { code: 'org-clue-disposed', agency: 'DIS' } as const;
export const DISPOSITIONS = [
  { disposition: '谈话函询', percent: 21, result: '函询本人并要求书面说明' },
  { disposition: '予以了结', percent: 45, result: '反映问题不属实' },
  { disposition: '暂存待查', percent: 14, result: '线索笼统，暂不具备核查条件' },
  { disposition: '初步核实', percent: 20, result: '成立核查组初步核实' },
] as const;

/** Shares of events and of cadres, and how much more often (domain: demo-county). */
export const SHARES = {
  heavyCadres: 0.05,
  adverseOnHeavy: 0.4,
  busyTimes: 3,
  busyCategories: ['执法执纪', '行政管理'],
  onTwoMatters: 0.35,
  late: 0.08,
  twice: 0.03,
  takenBack: 0.01,
  unmatched: 0.02,
  malformed: 0.005,
  campaign: { fewest: 40, most: 200 },
  /** Ours, no source tells them: how good a clue is that is grave enough to be followed, so that all four dispositions are recommended. */
  clue: { fromClass: 3, keyElements: 0.6, collusion: 0.1, concludedBefore: 0.05 },
} as const;

export const YEARS = 2;
