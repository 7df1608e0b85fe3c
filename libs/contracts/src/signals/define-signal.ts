import { z } from 'zod';
import type { Channel } from '#contracts/topics';
import { commonFields, eventReference, type ReporterKind } from '#contracts/signals/common';

export interface SignalField {
  readonly label: string;
  readonly schema: z.ZodType;
  /** A valid value, from which the example of the type is made. */
  readonly example: unknown;
}

/** What a signal of a type may do to a reading (design: risk-model 1, 2). */
export type Effect = 'scored' | 'not-scored' | 'mitigating';

export interface SignalDefinition {
  readonly code: string;
  readonly channel: Channel;
  readonly label: string;
  readonly emitter: string;
  readonly fields: Readonly<Record<string, SignalField>>;
  /** The severity classes that the sender may give; a mitigating signal has none. */
  readonly severities: readonly number[];
  readonly halfLife: 90 | 180 | 365;
  readonly effect: Effect;
  readonly basis: string;
  /**
   * The kinds of reporter that a signal of this type can come from. The policy grades by them, so the type narrows what a
   * sender may say; by default those of the channel.
   */
  readonly reporters?: readonly ReporterKind[];
}

export interface SignalType extends SignalDefinition {
  readonly reporters: readonly ReporterKind[];
  /** CloudEvents type, `liuqu.signal.<code>.v1`. */
  readonly type: string;
  /** Schema of `data` as an agency sends it. */
  readonly data: z.ZodType<SignalAsSent>;
  readonly example: Readonly<Record<string, unknown>>;
}

const OFFICIAL: readonly ReporterKind[] = ['agency-finding', 'agency-report', 'unknown'];

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

const asSent = z.looseObject({
  ...commonFields,
  severity: z.int().optional(),
  mitigates: mitigation.mitigates.optional(),
  factor: mitigation.factor.optional(),
});
export type SignalAsSent = z.infer<typeof asSent>;

function effectFields(definition: SignalDefinition): Record<string, z.ZodType> {
  if (definition.effect === 'mitigating') return mitigation;
  const [lowest = 0, highest = 5] = [definition.severities[0], definition.severities.at(-1)];
  return { severity: z.int().min(lowest).max(highest) };
}

function exampleOf(definition: SignalDefinition, reporters: readonly ReporterKind[]): Record<string, unknown> {
  const effect =
    definition.effect === 'mitigating'
      ? { mitigates: [{ source: '/agency/A-ORG/cadre', id: '2026-0001' }], factor: 50 }
      : { severity: definition.severities[0] };
  const fields = Object.entries(definition.fields).map(([name, field]) => [name, field.example]);
  return {
    subject: { name: '陈示例', unitCode: 'U-001', post: '镇长' },
    occurredOn: '2026-04-27',
    matter: 'M-2026-001',
    verification: 'verified',
    reporterKind: reporters[0],
    ...effect,
    fields: Object.fromEntries(fields) as Record<string, unknown>,
  };
}

/**
 * One table entry from which validation, AsyncAPI, labels and examples of a signal come.
 * @see domain signals 11: code, label, emitter, fields, severity range and basis of each type
 */
export function defineSignal(definition: SignalDefinition): SignalType {
  const fields = Object.fromEntries(Object.entries(definition.fields).map(([name, field]) => [name, field.schema]));
  const reporters = definition.reporters ?? REPORTERS[definition.channel];
  const reporterKind = z.enum(reporters);
  const data = z.strictObject({ ...commonFields, reporterKind, ...effectFields(definition), fields: z.strictObject(fields) });
  return {
    ...definition,
    reporters,
    type: `liuqu.signal.${definition.code}.v1`,
    data: data as unknown as z.ZodType<SignalAsSent>,
    example: exampleOf(definition, reporters),
  };
}
