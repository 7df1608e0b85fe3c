import type { Channel } from '#contracts/topics';

/** An office that feeds the demo county; `key` is its code without the prefix that tells one feed's agencies from another's. */
export interface DemoAgency {
  readonly key: string;
  readonly name: string;
  readonly system: string;
  /** What takes back or refutes goes onto the first. */
  readonly channels: readonly Channel[];
  readonly authority: 'unit' | 'county' | 'city';
  /** Sends on Fridays what came since; the others send every day. */
  readonly weekly?: true;
}

/** Which statuses each of them may give. */
export const DEMO_STATUSES = ['unverified', 'plausible', 'verified', 'refuted'] as const;

/** Who emits what: domain signals 11. */
export const DEMO_AGENCIES: readonly DemoAgency[] = [
  {
    key: 'ORG',
    name: '县委组织部',
    system: 'cadre',
    channels: ['organization', 'self', 'team', 'superior', 'public'],
    authority: 'county',
    weekly: true,
  },
  { key: 'DIS', name: '县纪委监委', system: 'clues', channels: ['organization', 'self', 'team'], authority: 'county', weekly: true },
  { key: 'AUD', name: '县审计局', system: 'audit', channels: ['organization'], authority: 'county', weekly: true },
  { key: 'FIN', name: '县财政局', system: 'fiscal', channels: ['organization', 'team'], authority: 'county', weekly: true },
  { key: 'PRO', name: '县人民检察院', system: 'prosecution', channels: ['organization'], authority: 'county', weekly: true },
  { key: 'INS', name: '县委巡察办', system: 'inspection', channels: ['superior'], authority: 'county', weekly: true },
  { key: 'SUP', name: '县政府督查室', system: 'supervision', channels: ['superior', 'team'], authority: 'county', weekly: true },
  { key: 'COM', name: '县委办公室', system: 'office', channels: ['superior', 'team'], authority: 'county', weekly: true },
  { key: 'CTY', name: '市委办公室', system: 'circulars', channels: ['superior'], authority: 'city', weekly: true },
  { key: 'PUB', name: '县委宣传部', system: 'study', channels: ['self'], authority: 'county', weekly: true },
  { key: 'PET', name: '县信访局', system: 'petitions', channels: ['public'], authority: 'county' },
  { key: 'HOT', name: '12345热线', system: 'hotline', channels: ['public'], authority: 'unit' },
  { key: 'MON', name: '县特约监察员办公室', system: 'monitors', channels: ['public'], authority: 'county', weekly: true },
  { key: 'NET', name: '县委网信办', system: 'opinion', channels: ['media'], authority: 'county' },
];

export const codeOf = (prefix: string, key: string): string => `${prefix}-${key}`;

/** The CloudEvents source of an agency. */
export function sourceOf(prefix: string, key: string): string {
  const system = DEMO_AGENCIES.find((known) => known.key === key)?.system ?? '';
  return `/agency/${codeOf(prefix, key)}/${system}`;
}
