import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type CatalogueAnswer, CHANNEL_LABELS, DISPOSITION_LABELS, LEVEL_LABELS } from '#contracts/console/catalogue';
import { CADRE_CATEGORIES } from '#contracts/registry/cadre-categories';
import { DISPOSITIONS, LEVELS } from '#contracts/risk/risk-events';
import { CATALOGUE } from '#contracts/signals/catalogue';
import type { SignalType } from '#contracts/signals/define-signal';
import { CHANNELS } from '#contracts/topics';
import { TellCatalogue } from './tell-catalogue.query';

type Told = CatalogueAnswer['signals'][number];

function fieldsOf(signal: SignalType): Told['fields'] {
  return Object.entries(signal.fields).map(([name, { label, schema, example }]) => ({
    name,
    label,
    required: !schema.safeParse(undefined).success,
    example: String(example),
  }));
}

function whatItDoes(signal: SignalType): Pick<Told, 'effect' | 'because' | 'sets'> {
  const { effect } = signal;
  if (effect === 'not-scored') return { effect, because: signal.because };
  return effect === 'status-setting' ? { effect, sets: signal.sets } : { effect };
}

function signalOf(signal: SignalType): Told {
  const { code, type, channel, label, emitter, about, severities, halfLife, basis } = signal;
  const described = { code, type, channel, label, emitter, about: [...about], severities: [...severities], halfLife, basis };
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
