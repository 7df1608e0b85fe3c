import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';
import { SUBJECT_KINDS } from '#contracts/signals/common';
import { CHANNELS } from '#contracts/topics';

export const triageQuestion = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type TriageQuestion = z.infer<typeof triageQuestion>;

export const triageCandidate = z.strictObject({
  cadreId: z.string(),
  name: z.string(),
  post: z.string().nullable(),
  unitName: z.string().nullable(),
  reasons: z.array(z.string()),
});
export type TriageCandidate = z.infer<typeof triageCandidate>;

/** Somebody was named who fits neither by ID number nor by name and unit: a second clerk says the same, or something else. */
const proposal = z.strictObject({ cadreId: z.string(), name: z.string(), by: z.string(), at: z.iso.datetime() });

export const triageItem = z.strictObject({
  eventId: z.guid(),
  /** An item about a unit is settled by naming a unit, one about a person by naming a cadre. */
  about: z.enum(SUBJECT_KINDS),
  /** The subject in the words of the sender. */
  named: z.string().nullable(),
  unitCode: z.string().nullable(),
  /** Of the code, where the registry knows it. */
  unitName: z.string().nullable(),
  post: z.string().nullable(),
  /** What kind of signal or post fact it is. */
  label: z.string(),
  channel: z.enum(CHANNELS),
  /** Null for what came before this was kept. */
  agency: z.string().nullable(),
  agencyName: z.string().nullable(),
  number: z.string().nullable(),
  receivedOn: dayText,
  occurredOn: dayText.nullable(),
  /** By the registry of today, likeliest first; each with the reasons for which it is one. */
  candidates: z.array(triageCandidate),
  /** Whether the registry of today would settle it: it changed since. */
  fitsNow: z.boolean(),
  /** Later messages about it that are released or refused with it. */
  waiting: z.int(),
  proposal: proposal.nullable(),
});
export type TriageItem = z.infer<typeof triageItem>;

export const triagePage = z.strictObject({
  items: z.array(triageItem),
  next: z.string().nullable(),
  open: z.int().describe('All that lies open in the scope of the reader.'),
});
export type TriagePage = z.infer<typeof triagePage>;

/** GET /api/v1/triage/{eventId}: with what was written, but for texts of petitions. */
export const triageFile = z.strictObject({
  ...triageItem.shape,
  idNumberGiven: z.boolean(),
  fields: z.array(z.strictObject({ label: z.string(), value: z.string().nullable() })),
});
export type TriageFile = z.infer<typeof triageFile>;

/** GET /api/v1/triage/{eventId}/cadres */
export const cadreSearch = z.strictObject({ name: z.string().trim().min(1).max(40) });
export const foundCadres = z.strictObject({
  items: z.array(z.strictObject({ cadreId: z.string(), name: z.string(), posts: z.array(z.string()) })),
});
export type FoundCadres = z.infer<typeof foundCadres>;
