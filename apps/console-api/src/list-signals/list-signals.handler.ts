import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import type { SignalPage } from '#contracts/console/signals';
import { dateOf } from '#domain/calendar/day';
import { askedDay } from '#contracts/cloud-events/day-text';
import { type SignalListRow, type SignalPlace, SignalQueries } from '#persistence/queries/signal-queries';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { pageOf, readCursor } from '#platform/http/cursor';
import { ListSignals } from './list-signals.query';
import { seesResolvedOnly, signalRowOf } from './signal-row-of';

const place = z.strictObject({ day: askedDay, arrival: z.string().regex(/^\d{1,18}$/) });

const placeOf = (row: SignalListRow): SignalPlace => ({ day: row.received_on, arrival: row.arrival });

@QueryHandler(ListSignals)
export class ListSignalsHandler implements IQueryHandler<ListSignals> {
  constructor(
    private readonly signals: SignalQueries,
    private readonly clock: Clock,
  ) {}

  async execute({ reader, question }: ListSignals): Promise<SignalPage> {
    const { cursor, limit, ...filters } = question;
    const resolvedOnly = seesResolvedOnly(reader.role);
    const rows = await this.signals.list(reader.unit, { ...filters, resolvedOnly, after: readCursor(cursor, place), limit: limit + 1 });
    const { items, next } = pageOf(rows, limit, placeOf);
    return { items: items.map(signalRowOf), next, day: dateOf(today(this.clock)) };
  }
}
