import { z } from 'zod';
import { dayText } from '#contracts/cloud-events/day-text';

/** 18 characters; the check digit is checked where the token is made. */
const idNumber = z.string().regex(/^\d{17}[\dX]$/);

/** What a signal can be about: a person, or a unit with its team 班子 (design: risk-model 3). */
export const SUBJECT_KINDS = ['person', 'unit'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

const subjectAsSent = z.strictObject({
  idNumber: idNumber.optional(),
  name: z.string().trim().min(1).max(40).optional(),
  unitCode: z.string().trim().min(1).max(32).optional(),
  post: z.string().trim().min(1).max(80).optional(),
});
type SubjectAsSent = z.infer<typeof subjectAsSent>;

/** A subject of whom nothing is said but the code of a unit is that unit; anything more means a person in it. */
export function isUnit({ unitCode, ...ofPerson }: SubjectInside | SubjectAsSent): boolean {
  return unitCode !== undefined && Object.values(ofPerson).every((said) => said === undefined);
}

function isOfKind(kind: SubjectKind, subject: SubjectAsSent): boolean {
  return kind === 'unit' ? isUnit(subject) : subject.idNumber !== undefined || subject.name !== undefined;
}

/** What is wrong with a subject that is of none of the kinds, and where: the wrong kind, or nobody at all. */
function mismatch(kinds: readonly SubjectKind[], subject: SubjectAsSent): { error: string; path: string[] } {
  if (kinds.includes('person')) {
    if (isUnit(subject)) return { error: 'subject-must-be-a-person', path: [] };
    return { error: 'subject-needs-id-number-or-name', path: ['name'] };
  }
  return { error: 'subject-must-be-a-unit', path: [] };
}

/** Whom an event is about, as its sender knows it; one subject an event, of one of the kinds (design: architecture 5). */
export function subjectAmong(kinds: readonly SubjectKind[]): z.ZodType<SubjectAsSent> {
  return subjectAsSent.superRefine((subject, context) => {
    if (kinds.some((kind) => isOfKind(kind, subject))) return;
    const { error, path } = mismatch(kinds, subject);
    context.addIssue({ code: 'custom', message: error, path, input: subject });
  });
}

/** The same after the door: the ID number has become a keyed token. */
export const subjectInside = z.strictObject({
  cadreToken: z.string().optional(),
  name: z.string().optional(),
  unitCode: z.string().optional(),
  post: z.string().optional(),
});
export type SubjectInside = z.infer<typeof subjectInside>;

export const REPORTER_KINDS = ['agency-finding', 'agency-report', 'real-name', 'anonymous', 'media', 'unknown'] as const;
export type ReporterKind = (typeof REPORTER_KINDS)[number];

/** Whose decision it is, from the lowest to the highest; a policy ranks them. */
export const AUTHORITIES = ['unit', 'county', 'city', 'province', 'centre'] as const;
export type Authority = (typeof AUTHORITIES)[number];

export const STATUSES = ['unverified', 'plausible', 'verified', 'refuted', 'withdrawn', 'malicious'] as const;
export type Status = (typeof STATUSES)[number];
export const STATUSES_AT_FIRST = ['unverified', 'plausible', 'verified'] as const;

export const GRADES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** What the router asks of a clue (domain: inquiry 1.2). */
export const clueQuality = z.strictObject({
  sevenElements: z.int().min(0).max(7).optional(),
  keyElementsPresent: z.boolean().optional(),
  collusionRisk: z.boolean().optional(),
  priorConclusion: z.boolean().optional(),
});

/** Another event by its identity: source and id together (CloudEvents 1.0). */
export const eventReference = z.strictObject({ source: z.string().min(1).max(96), id: z.string().min(1).max(128) });

/**
 * The event from which this one was made. Only the public and the media may be named as its witness: whatever else an agency
 * sends stays its own word, so that no agency corroborates itself (design: risk-model 5).
 */
const derivedFrom = z.strictObject({ id: z.string().min(1).max(128), group: z.enum(['public', 'media']).optional() });

/** What every signal says beside its subject, whatever its type (domain: signals 11). */
export const commonFields = {
  occurredOn: dayText.optional(),
  periodFrom: dayText.optional(),
  periodTo: dayText.optional(),
  reportedOn: dayText.optional(),
  matter: z.string().trim().min(1).max(64).optional(),
  verification: z.enum(STATUSES_AT_FIRST),
  reporterKind: z.enum(REPORTER_KINDS),
  derivedFrom: derivedFrom.optional(),
  clue: clueQuality.optional(),
  correctionOf: z.string().min(1).max(128).optional(),
} as const;
