import type { Random } from './random';

/** How often a type comes, from whom, and how far it has been checked (domain: demo county). Rates per cadre and year. */
export interface Rate {
  readonly code: string;
  readonly agency: string;
  readonly perYear: number;
  readonly reporterKind: string;
  /** Shares of unverified and plausible in percent; the rest is verified. */
  readonly unverified: number;
  readonly plausible: number;
  /** Falls three times as often on law enforcement and administration. */
  readonly public?: boolean;
}

const official = { reporterKind: 'agency-finding', unverified: 0, plausible: 0 } as const;

export const RATES: readonly Rate[] = [
  {
    code: 'public-hotline-complaint',
    agency: 'A-HOT',
    perYear: 0.25,
    reporterKind: 'unknown',
    unverified: 90,
    plausible: 10,
    public: true,
  },
  {
    code: 'public-accusation-real-name',
    agency: 'A-PET',
    perYear: 0.03,
    reporterKind: 'real-name',
    unverified: 70,
    plausible: 20,
    public: true,
  },
  {
    code: 'public-accusation-anonymous',
    agency: 'A-PET',
    perYear: 0.05,
    reporterKind: 'anonymous',
    unverified: 90,
    plausible: 10,
    public: true,
  },
  { code: 'media-unverified-post', agency: 'A-NET', perYear: 0.04, reporterKind: 'unknown', unverified: 95, plausible: 5 },
  { code: 'media-negative-report', agency: 'A-NET', perYear: 0.01, reporterKind: 'media', unverified: 50, plausible: 30 },
  { code: 'org-audit-exit-finding', agency: 'A-AUD', perYear: 0.06, ...official },
  { code: 'org-fiscal-discipline-breach', agency: 'A-FIN', perYear: 0.02, ...official, plausible: 35 },
  { code: 'org-clue-registered', agency: 'A-DIS', perYear: 0.05, ...official },
  { code: 'superior-work-supervision-notice', agency: 'A-SUP', perYear: 0.15, ...official },
  { code: 'superior-reminder-talk', agency: 'A-SUP', perYear: 0.05, ...official },
  { code: 'superior-inspection-finding', agency: 'A-INS', perYear: 0.03, ...official, plausible: 35 },
  { code: 'team-democratic-life-criticism', agency: 'A-ORG', perYear: 0.8, reporterKind: 'agency-report', unverified: 0, plausible: 0 },
  { code: 'team-leader-spoke-first', agency: 'A-ORG', perYear: 0.02, ...official },
  { code: 'team-collective-decision-bypassed', agency: 'A-ORG', perYear: 0.01, ...official },
  { code: 'self-personal-matters-late', agency: 'A-ORG', perYear: 0.03, ...official },
  { code: 'self-personal-matters-omission', agency: 'A-ORG', perYear: 0.02, ...official },
];

/** The lowest class of a type 60 %, the next 30 %, the highest 10 %. */
export function severityOf(random: Random, severities: readonly number[]): number {
  const roll = random.next();
  const at = roll < 0.6 ? 0 : roll < 0.9 ? 1 : severities.length - 1;
  return severities[Math.min(at, severities.length - 1)] ?? 0;
}

export function statusOf(random: Random, rate: Rate): string {
  const roll = random.next() * 100;
  if (roll < rate.unverified) return 'unverified';
  return roll < rate.unverified + rate.plausible ? 'plausible' : 'verified';
}
