import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CHANNEL_LABELS } from '#contracts/console/catalogue';
import { SIGNAL_STATE_LABELS, type SignalCounts } from '#contracts/console/signals';
import { labelOfType } from '#contracts/signals/told-fields';
import { type SignalCountRow, SignalQueries } from '#persistence/queries/signal-queries';
import { CountSignals } from './list-signals.query';
import { seesResolvedOnly } from './signal-row-of';

const LABELS: Readonly<Record<SignalCountRow['facet'], (value: string, label: string | null) => string>> = {
  total: (value) => value,
  channel: (value) => (CHANNEL_LABELS as Readonly<Record<string, string>>)[value] ?? value,
  type: labelOfType,
  state: (value) => (SIGNAL_STATE_LABELS as Readonly<Record<string, string>>)[value] ?? value,
  agency: (value, label) => label ?? value,
};

@QueryHandler(CountSignals)
export class CountSignalsHandler implements IQueryHandler<CountSignals> {
  constructor(private readonly signals: SignalQueries) {}

  async execute({ reader, question }: CountSignals): Promise<SignalCounts> {
    const rows = await this.signals.counts(reader.unit, { ...question, resolvedOnly: seesResolvedOnly(reader.role) });
    const of = (facet: SignalCountRow['facet']): SignalCounts['channels'] =>
      rows
        .filter((row) => row.facet === facet)
        .map(({ value, label, count }) => ({ value: value ?? '', label: LABELS[facet](value ?? '', label), count }));
    return {
      total: of('total')[0]?.count ?? 0,
      channels: of('channel'),
      types: of('type'),
      states: of('state'),
      agencies: of('agency'),
    };
  }
}
