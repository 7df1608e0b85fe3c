import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type CatalogueAnswer, CHANNEL_LABELS, DISPOSITION_LABELS, LEVEL_LABELS } from '#contracts/console/catalogue';
import { CADRE_CATEGORIES } from '#contracts/registry/cadre-categories';
import { DISPOSITIONS, LEVELS } from '#contracts/risk/risk-events';
import { CATALOGUE } from '#contracts/signals/catalogue';
import { closedField } from '#contracts/signals/closed-fields';
import type { SignalField, SignalType } from '#contracts/signals/define-signal';
import { CHANNELS } from '#contracts/topics';
import { mayCarryPoints } from '#domain/points/carrying-codes';
import { TellCatalogue } from './tell-catalogue.query';

type Told = CatalogueAnswer['signals'][number];

function fieldsOf(signal: SignalType): Told['fields'] {
  return Object.entries(signal.fields).map(([name, field]) => ({
    name,
    label: field.label,
    required: !field.schema.safeParse(undefined).success,
    example: String(field.example),
    ...closedOf(field),
  }));
}

function closedOf(field: SignalField): Pick<Told['fields'][number], 'closed'> {
  const known = closedField(field);
  if (known === undefined) return {};
  switch (known.kind) {
    case 'one-of':
      return { closed: { kind: known.kind, values: [...known.values] } };
    case 'whole':
      return { closed: { kind: known.kind, least: known.least, most: known.most } };
    default:
      return { closed: { kind: known.kind } };
  }
}

function whatItDoes(signal: SignalType): Pick<Told, 'effect' | 'because' | 'sets'> {
  const { effect } = signal;
  if (effect === 'not-scored') return { effect, because: signal.because };
  return effect === 'status-setting' ? { effect, sets: signal.sets } : { effect };
}

function signalOf(signal: SignalType): Told {
  const { code, type, channel, label, emitter, about, severities, halfLife, basis } = signal;
  const described = {
    code,
    type,
    channel,
    label,
    emitter,
    about: [...about],
    severities: [...severities],
    halfLife,
    basis,
    mayCarryPoints: mayCarryPoints(code),
  };
  return { ...described, ...whatItDoes(signal), fields: fieldsOf(signal) };
}

@QueryHandler(TellCatalogue)
export class TellCatalogueHandler implements IQueryHandler<TellCatalogue> {
  async execute(): Promise<CatalogueAnswer> {
    return {
      channels: CHANNELS.map((channel) => ({ channel, label: CHANNEL_LABELS[channel] })),
      levels: LEVELS.map((level) => ({ level, label: LEVEL_LABELS[level] })),
      dispositions: DISPOSITIONS.map((disposition) => ({ disposition, label: DISPOSITION_LABELS[disposition] })),
      categories: CADRE_CATEGORIES.map((category) => ({ category, label: category })),
      signals: CATALOGUE.map(signalOf),
    };
  }
}
