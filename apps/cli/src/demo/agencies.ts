import type { Channel } from '#contracts/topics';

/** The offices that feed the demo county; which statuses each may give stands in its entry. */
export interface DemoAgency {
  readonly code: string;
  readonly name: string;
  readonly system: string;
  readonly channels: readonly Channel[];
  readonly statuses: readonly string[];
  readonly authority: string;
}

const CHECKED = ['unverified', 'plausible', 'verified', 'refuted'];

export const DEMO_AGENCIES: readonly DemoAgency[] = [
  {
    code: 'A-ORG',
    name: '县委组织部',
    system: 'cadre',
    channels: ['organization', 'self', 'team'],
    statuses: CHECKED,
    authority: 'county',
  },
  { code: 'A-DIS', name: '县纪委监委', system: 'clues', channels: ['organization', 'self'], statuses: CHECKED, authority: 'county' },
  { code: 'A-AUD', name: '县审计局', system: 'audit', channels: ['organization'], statuses: CHECKED, authority: 'county' },
  { code: 'A-FIN', name: '县财政局', system: 'fiscal', channels: ['organization'], statuses: CHECKED, authority: 'county' },
  { code: 'A-INS', name: '县委巡察办', system: 'inspection', channels: ['superior'], statuses: CHECKED, authority: 'county' },
  { code: 'A-SUP', name: '县政府督查室', system: 'supervision', channels: ['superior'], statuses: CHECKED, authority: 'county' },
  { code: 'A-PET', name: '县信访局', system: 'petitions', channels: ['public'], statuses: CHECKED, authority: 'county' },
  { code: 'A-HOT', name: '12345热线', system: 'hotline', channels: ['public'], statuses: CHECKED, authority: 'unit' },
  { code: 'A-NET', name: '县委网信办', system: 'opinion', channels: ['media'], statuses: CHECKED, authority: 'county' },
];
