import { z } from 'zod';
import { CHANNELS } from '#contracts/topics';
import { dayText } from '#contracts/cloud-events/day-text';
import { subjectInside } from '#contracts/signals/common';

/** What the door writes on `channel.*`: the checked event, its identity, who sent it and when it came. No ID number, no reporter, no words of petitions. */
export const channelRecord = z.strictObject({
  eventId: z.guid(),
  type: z.string(),
  source: z.string(),
  id: z.string(),
  channel: z.enum(CHANNELS),
  agency: z.string(),
  /** The authority of the agency, from its entry at the door; ranks its decisions. */
  authority: z.string(),
  /** Codes of the units of which, and of what is under them, the agency may speak, from its entry at the door; absent: of all. */
  units: z.array(z.string()).min(1).optional(),
  time: z.string(),
  receivedOn: dayText,
  /** Of signals and post facts; a change or a withdrawal names a signal instead. */
  subject: subjectInside.optional(),
  /** `data` without its subject; null in the place of each text that is withheld. */
  data: z.record(z.string(), z.unknown()),
});
export type ChannelRecord = z.infer<typeof channelRecord>;
