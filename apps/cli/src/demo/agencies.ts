import type { Channel } from '#contracts/topics';

/** An office that feeds the demo county; `key` is its code without the prefix that tells one feed's agencies from another's. */
export interface DemoAgency {
  readonly key: string;
  /** With which its own numbers begin. */
  readonly letters: string;
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
    letters: 'ZZ',
    name: '县委组织部',
    system: 'cadre',
    channels: ['organization', 'self', 'team', 'superior', 'public'],
    authority: 'county',
    weekly: true,
  },
  {
    key: 'DIS',
    letters: 'JW',
    name: '县纪委监委',
    system: 'clues',
    channels: ['organization', 'self', 'team'],
    authority: 'county',
    weekly: true,
  },
  { key: 'AUD', letters: 'SJ', name: '县审计局', system: 'audit', channels: ['organization'], authority: 'county', weekly: true },
  { key: 'FIN', letters: 'CZ', name: '县财政局', system: 'fiscal', channels: ['organization', 'team'], authority: 'county', weekly: true },
  { key: 'PRO', letters: 'JC', name: '县人民检察院', system: 'prosecution', channels: ['organization'], authority: 'county', weekly: true },
  { key: 'INS', letters: 'XC', name: '县委巡察办', system: 'inspection', channels: ['superior'], authority: 'county', weekly: true },
  {
    key: 'SUP',
    letters: 'DC',
    name: '县政府督查室',
    system: 'supervision',
    channels: ['superior', 'team'],
    authority: 'county',
    weekly: true,
  },
  { key: 'COM', letters: 'WB', name: '县委办公室', system: 'office', channels: ['superior', 'team'], authority: 'county', weekly: true },
  { key: 'CTY', letters: 'SW', name: '市委办公室', system: 'circulars', channels: ['superior'], authority: 'city', weekly: true },
  { key: 'PUB', letters: 'XJ', name: '县委宣传部', system: 'study', channels: ['self'], authority: 'county', weekly: true },
  { key: 'PET', letters: 'XF', name: '县信访局', system: 'petitions', channels: ['public'], authority: 'county' },
  { key: 'HOT', letters: 'RX', name: '12345热线', system: 'hotline', channels: ['public'], authority: 'unit' },
  { key: 'MON', letters: 'JD', name: '县特约监察员办公室', system: 'monitors', channels: ['public'], authority: 'county', weekly: true },
  { key: 'NET', letters: 'WX', name: '县委网信办', system: 'opinion', channels: ['media'], authority: 'county' },
];

/** @throws RangeError for a key that no agency has */
function agencyOf(key: string): DemoAgency {
  const agency = DEMO_AGENCIES.find((known) => known.key === key);
  if (!agency) throw new RangeError(`${key} is no agency of the demo`);
  return agency;
}

export const lettersOf = (key: string): string => agencyOf(key).letters;

export const codeOf = (prefix: string, key: string): string => `${prefix}-${key}`;

/** The CloudEvents source of an agency. */
export function sourceOf(prefix: string, key: string): string {
  return `/agency/${codeOf(prefix, key)}/${agencyOf(key).system}`;
}
