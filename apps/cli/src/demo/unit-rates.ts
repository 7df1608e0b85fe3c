import type { ReporterKind } from '#contracts/signals/common';

/** How often a type comes about a unit itself, from whom, and how far checked. */
export interface UnitRate {
  readonly code: string;
  /** Key of the agency. */
  readonly agency: string;
  /** Per unit and year, as the mean of the county. */
  readonly perYear: number;
  readonly reporterKind: ReporterKind;
  /** Share in percent; the rest is verified. */
  readonly unverified: number;
  /** What its fields always say, so that it is about the unit. */
  readonly says?: Readonly<Record<string, unknown>>;
}

const found = (code: string, agency: string, perYear: number): UnitRate => ({
  code,
  agency,
  perYear,
  reporterKind: 'agency-finding',
  unverified: 0,
});

/**
 * What is said of a unit as its team 班子, which scores nobody in it. Ours, no source tells these rates: about as often as a county's
 * offices look at a unit, so that most units stand at 正常 and a few above it.
 */
export const UNIT_RATES: readonly UnitRate[] = [
  found('team-democratic-life-defect', 'ORG', 0.24),
  found('team-rules-of-procedure-missing', 'ORG', 0.16),
  found('team-duty-imbalance', 'ORG', 0.16),
  found('team-rectification-unfinished', 'DIS', 0.06),

  found('superior-work-supervision-notice', 'SUP', 0.3),
  found('superior-duty-visit-finding', 'COM', 0.12),
  found('superior-criticism-circular', 'CTY', 0.03),
  found('superior-inspection-rectification-overdue', 'INS', 0.012),

  found('org-fiscal-discipline-breach', 'FIN', 0.03),
  found('org-audit-rectification-overdue', 'AUD', 0.008),

  { ...found('public-mass-appraisal-low', 'ORG', 0.2), reporterKind: 'agency-report' },
  { ...found('public-group-visit', 'PET', 0.1), reporterKind: 'unknown', unverified: 60, says: { unitFault: true } },
  found('public-petition-duty-failure', 'PET', 0.06),
  found('public-three-proposals', 'PET', 0.03),

  { ...found('media-negative-report', 'NET', 0.04), reporterKind: 'media', unverified: 60 },
  found('media-response-overdue', 'NET', 0.03),
];

/** Ours as well: a few units carry a large share, as a few cadres do. */
export const UNIT_SHARES = { heavyUnits: 0.1, onHeavy: 0.45, onTwoMatters: 0.35 } as const;
