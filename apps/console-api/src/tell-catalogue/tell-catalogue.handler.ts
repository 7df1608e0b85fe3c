import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type CatalogueAnswer, CHANNEL_LABELS, DISPOSITION_LABELS, LEVEL_LABELS } from '#contracts/console/catalogue';
import { DISPOSITIONS, LEVELS } from '#contracts/risk/risk-events';
import { CATALOGUE } from '#contracts/signals/catalogue';
import type { SignalType } from '#contracts/signals/define-signal';
import { CHANNELS } from '#contracts/topics';
import { TellCatalogue } from './tell-catalogue.query';

function signalOf(signal: SignalType): CatalogueAnswer['signals'][number] {
  const { code, type, channel, label, emitter, severities, halfLife, effect, basis } = signal;
  const fields = Object.entries(signal.fields).map(([name, field]) => ({ name, label: field.label }));
  return { code, type, channel, label, emitter, severities: [...severities], halfLife, effect, basis, fields };
}

@QueryHandler(TellCatalogue)
export class TellCatalogueHandler implements IQueryHandler<TellCatalogue> {
  async execute(): Promise<CatalogueAnswer> {
    return {
      channels: CHANNELS.map((channel) => ({ channel, label: CHANNEL_LABELS[channel] })),
      levels: LEVELS.map((level) => ({ level, label: LEVEL_LABELS[level] })),
      dispositions: DISPOSITIONS.map((disposition) => ({ disposition, label: DISPOSITION_LABELS[disposition] })),
      signals: CATALOGUE.map(signalOf),
    };
  }
}
