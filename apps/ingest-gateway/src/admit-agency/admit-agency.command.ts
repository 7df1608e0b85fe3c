import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { AUTHORITIES, type Authority, STATUSES } from '#contracts/signals/common';
import { CHANNELS } from '#contracts/topics';
import { AGENCY_CODE, UNIT_CODE } from './agency';

/** 诬告 is recognised only at 设区的市 level or above (检举控告工作规则 art. 39 ff.; domain: safeguards). */
const CITY_OR_ABOVE: readonly Authority[] = ['city', 'province', 'centre'];

/** As the registry takes it. Whether there is such a unit the door cannot know. */
const unitCode = z.string().trim().regex(UNIT_CODE);

/** An agency's entry as an administrator writes it. */
export const agencyEntry = z
  .strictObject({
    code: z.string().regex(AGENCY_CODE),
    name: z.string().trim().min(1).max(80),
    systems: z
      .array(z.string().regex(/^[A-Za-z0-9._-]{1,48}$/))
      .min(1)
      .max(50),
    channels: z.array(z.enum(CHANNELS)).min(1).max(CHANNELS.length),
    statuses: z.array(z.enum(STATUSES)).max(STATUSES.length),
    authority: z.enum(AUTHORITIES),
    units: z.array(unitCode).min(1).max(200).optional(),
  })
  .refine((entry) => !entry.statuses.includes('malicious') || CITY_OR_ABOVE.includes(entry.authority), {
    path: ['statuses'],
    error: 'malicious-needs-city-authority',
  });
export type AgencyEntry = z.infer<typeof agencyEntry>;

export const AGENCY_EXAMPLE: AgencyEntry = {
  code: 'A-AUD',
  name: '县审计局',
  systems: ['audit'],
  channels: ['organization'],
  statuses: ['unverified', 'plausible', 'verified', 'refuted'],
  authority: 'county',
};

/** Answers the key, which is shown this once. */
export class AdmitAgency extends Command<{ readonly code: string; readonly key: string }> {
  constructor(readonly entry: AgencyEntry) {
    super();
  }
}
