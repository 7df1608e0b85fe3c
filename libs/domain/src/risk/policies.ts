import { HALF_LIFE_TABLES } from '#domain/risk/half-life-tables';
import type { FloorRule, Policy } from '#domain/risk/policy';
import { NOT_SCORED, SCORED } from '#domain/risk/scored-codes';

/** Starting values by severity class: about 5 % of the demo county's cadres reach 函询 or above over two years. */
const BY_SEVERITY = { '1': 5, '2': 15, '3': 35, '4': 60, '5': 80 } as const;

/**
 * 诫勉 and sanctions show at least 提醒 while they are in force. 诫勉 lasts six months, sanctions as the law says; for 留党察看 and 开除 it
 * does not say how long from the first day on, so that the sender has to.
 * @see design risk-model 7 Floors; domain inquiry 2, safeguards 9: 党内处分 (2023 条例 art. 10), 政务处分法 art. 8
 */
const FLOORS: Readonly<Record<string, FloorRule>> = {
  'superior-admonition': { level: 'remind', months: {} },
  'superior-accountability': { level: 'remind', months: { 诫勉: 6 } },
  'org-party-sanction': { level: 'remind', months: { 警告: 12, 严重警告: 18, 撤销党内职务: 24 } },
  'org-administrative-sanction': { level: 'remind', months: { 警告: 6, 记过: 12, 记大过: 18, 降级: 24, 撤职: 24 } },
};

/** The policy of the reference vector: an unknown source counts half. */
export const REFERENCE_POLICY: Policy = policyNamed('reference', 50);

/** The policy that a new installation starts with: an unknown source counts a quarter. */
export const SHIPPED_POLICY: Policy = { ...policyNamed('shipped', 25), floors: FLOORS };

/** @see design risk-model: 2 grades and statuses, 4 knees, 6 exposure, 7 levels and gate */
function policyNamed(name: string, unknownGrade: number): Policy {
  return {
    name,
    landmark: '2000-01-01',
    grades: { A: 100, B: 75, C: 50, D: 25, E: 0, F: unknownGrade },
    statuses: { unverified: 30, plausible: 60, verified: 100, refuted: 0, withdrawn: 0, malicious: 0 },
    channels: {
      self: { matter: 300_000, channel: 400_000 },
      team: { matter: 250_000, channel: 400_000 },
      superior: { matter: 700_000, channel: 1_000_000 },
      organization: { matter: 1_500_000, channel: 2_000_000 },
      public: { matter: 200_000, channel: 400_000 },
      media: { matter: 150_000, channel: 300_000 },
    },
    publicMediaCap: 800_000,
    halfLifeTables: {
      90: HALF_LIFE_TABLES[90].map(String),
      180: HALF_LIFE_TABLES[180].map(String),
      365: HALF_LIFE_TABLES[365].map(String),
    },
    levels: [
      { name: 'watch', enter: 20_000, exit: 15_000 },
      { name: 'remind', enter: 40_000, exit: 33_000 },
      { name: 'inquiry', enter: 55_000, exit: 47_000 },
      { name: 'priority', enter: 75_000, exit: 66_000 },
    ],
    dwellDays: 30,
    gate: { severity: 20, groupFloor: 52_632 },
    exposure: {
      factors: { advisory: 85, general: 100, money: 125, personnel: 125, approval: 125, 'law-enforcement': 125, principal: 130 },
      cap: 160,
    },
    authorities: ['unit', 'county', 'city', 'province', 'centre'],
    weights: Object.fromEntries(SCORED.map((code) => [code, BY_SEVERITY])),
    notScored: NOT_SCORED,
    gradesByReporter: { 'agency-finding': 'A', 'agency-report': 'B', 'real-name': 'C', anonymous: 'D', media: 'C', unknown: 'F' },
    anonymousAtMost: 'D',
  };
}
