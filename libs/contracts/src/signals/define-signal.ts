import { z } from 'zod';
import type { Channel } from '#contracts/topics';
import type { NotScoredReason } from '#contracts/signals/effects';
import { dayText } from '#contracts/cloud-events/day-text';
import { commonFields, eventReference, type ReporterKind, type Status, subjectAmong, type SubjectKind } from '#contracts/signals/common';
import { isWithheld, withheldLike } from '#contracts/signals/withheld-fields';

export interface SignalField {
  readonly label: string;
  readonly schema: z.ZodType;
  /** A valid value, from which the example of the type is made. */
  readonly example: unknown;
}

type WhatItDoes =
  | { readonly effect: 'scored' | 'mitigating' }
  | { readonly effect: 'not-scored'; readonly because: NotScoredReason }
  /** It has no content of its own: it gives the signal that it names this status. */
  | { readonly effect: 'status-setting'; readonly sets: Status };

interface Described {
  readonly code: string;
  readonly channel: Channel;
  readonly label: string;
  readonly emitter: string;
  /** Whom it can be about, by its place in the domain's table (decision 0013); by default a person. */
  readonly about?: readonly SubjectKind[];
  readonly fields: Readonly<Record<string, SignalField>>;
  /** The severity classes that the sender may give; what mitigates or sets a status has none. */
  readonly severities: readonly number[];
  readonly halfLife: 90 | 180 | 365;
  readonly basis: string;
  /**
   * The kinds of reporter that a signal of this type can come from. The policy grades by them, so the type narrows what a
   * sender may say; by default those of the channel.
   */
  readonly reporters?: readonly ReporterKind[];
}
export type SignalDefinition = Described & WhatItDoes;

interface Derived {
  /** None for what names a signal instead. */
  readonly about: readonly SubjectKind[];
  readonly reporters: readonly ReporterKind[];
  /** CloudEvents type, `liuqu.signal.<code>.v1`. */
  readonly type: string;
  /** Schema of `data` as an agency sends it. */
  readonly data: z.ZodType<SignalAsSent>;
  /** The same behind the door, which withholds words. */
  readonly dataInside: z.ZodType<SignalAsSent>;
  /** Names of the fields whose words it withholds. */
  readonly withheld: readonly string[];
  readonly example: Readonly<Record<string, unknown>>;
}
export type SignalType = SignalDefinition & Derived;

const OFFICIAL: readonly ReporterKind[] = ['agency-finding', 'agency-report', 'unknown'];

const PERSON: readonly SubjectKind[] = ['person'];
export const PERSON_OR_UNIT: readonly SubjectKind[] = ['person', 'unit'];
/** What is amiss is the team's own order: nobody in it is scored for that. */
export const UNIT_ONLY: readonly SubjectKind[] = ['unit'];

/** Where a type does not say more: an organ speaks for itself, the public and the media are unknown. */
const REPORTERS: Readonly<Record<Channel, readonly ReporterKind[]>> = {
  self: OFFICIAL,
  team: OFFICIAL,
  superior: OFFICIAL,
  organization: OFFICIAL,
  public: ['unknown'],
  media: ['unknown'],
};

/** The events that it mitigates, of whatever source. */
const mitigation = {
  mitigates: z.array(eventReference).min(1).max(50),
  factor: z.int().min(0).max(100),
} as const;

/** The signal whose status it decides, and the day of the decision; whom that is about is known of the signal. */
const decision = { of: eventReference, decidedOn: dayText } as const;
export const statusDecision = z.object(decision);

const asSent = z.looseObject({
  subject: subjectAmong(PERSON_OR_UNIT),
  ...commonFields,
  severity: z.int().optional(),
  mitigates: mitigation.mitigates.optional(),
  factor: mitigation.factor.optional(),
});
export type SignalAsSent = z.infer<typeof asSent>;

/** What the signals of a type say beside their own fields and who reported. */
function envelopeOf({ effect, severities }: SignalDefinition, about: readonly SubjectKind[]): Record<string, z.ZodType> {
  if (effect === 'status-setting') return decision;
  const common = { subject: subjectAmong(about), ...commonFields };
  if (effect === 'mitigating') return { ...common, ...mitigation };
  const [lowest = 0, highest = 5] = [severities[0], severities.at(-1)];
  return { ...common, severity: z.int().min(lowest).max(highest) };
}

const NAMED = { source: '/agency/A-ORG/cadre', id: '2026-0001' } as const;

const SUBJECT_EXAMPLES: Readonly<Record<SubjectKind, Record<string, string>>> = {
  person: { name: '陈示例', unitCode: 'U-001', post: '镇长' },
  unit: { unitCode: 'U-001' },
};

function envelopeExample({ effect, severities }: SignalDefinition, about: readonly SubjectKind[]): Record<string, unknown> {
  if (effect === 'status-setting') return { of: NAMED, decidedOn: '2026-04-27' };
  return {
    subject: SUBJECT_EXAMPLES[about[0] ?? 'person'],
    occurredOn: '2026-04-27',
    matter: 'M-2026-001',
    verification: 'verified',
    ...(effect === 'mitigating' ? { mitigates: [NAMED], factor: 50 } : { severity: severities[0] }),
  };
}

function exampleOf(definition: SignalDefinition, { about, reporters }: Pick<Derived, 'about' | 'reporters'>): Record<string, unknown> {
  const fields = Object.entries(definition.fields).map(([name, field]) => [name, field.example]);
  return {
    ...envelopeExample(definition, about),
    reporterKind: reporters[0],
    fields: Object.fromEntries(fields) as Record<string, unknown>,
  };
}

/**
 * One table entry from which validation, AsyncAPI, labels and examples of a signal come.
 * @see domain signals 11: code, label, emitter, fields, severity range and basis of each type
 */
export function defineSignal(definition: SignalDefinition): SignalType {
  const fields = Object.entries(definition.fields).map(([name, { schema }]) => ({
    name,
    schema,
    withheld: isWithheld(definition.channel, schema),
  }));
  const reporters = definition.reporters ?? REPORTERS[definition.channel];
  const about = definition.effect === 'status-setting' ? [] : (definition.about ?? PERSON);
  const reporterKind = z.enum(reporters);
  const dataWith = (schemas: Record<string, z.ZodType>): z.ZodType<SignalAsSent> => {
    const data = z.strictObject({ ...envelopeOf(definition, about), reporterKind, fields: z.strictObject(schemas) });
    return data as unknown as z.ZodType<SignalAsSent>;
  };
  return {
    ...definition,
    about,
    reporters,
    type: `liuqu.signal.${definition.code}.v1`,
    data: dataWith(Object.fromEntries(fields.map(({ name, schema }) => [name, schema]))),
    dataInside: dataWith(
      Object.fromEntries(fields.map((field) => [field.name, field.withheld ? withheldLike(field.schema) : field.schema])),
    ),
    withheld: fields.filter((field) => field.withheld).map(({ name }) => name),
    example: exampleOf(definition, { about, reporters }),
  };
}
