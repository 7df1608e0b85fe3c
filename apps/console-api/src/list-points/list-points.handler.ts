import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { type PointsPage, type PointsRow, pointsRow } from '#contracts/console/points';
import { dateOf } from '#domain/calendar/day';
import type { Scheme } from '#domain/points/scheme';
import { type PointsListRow, type PointsPlace, PointsQueries } from '#persistence/queries/points-queries';
import { pageOf, readCursor } from '#platform/http/cursor';
import { Clock } from '#platform/time/clock';
import { today } from '../asking/as-of';
import { schemeNotLive } from '../asking/not-found';
import { ListPoints } from './list-points.query';

const place = z.strictObject({ level: z.int(), subject: z.string() });
const placeOf = ({ level, subject }: PointsListRow): PointsPlace => ({ level, subject });

/** Of a threshold that the scheme does not have, nobody is found. */
function levelOf({ thresholds }: Scheme, key: string | undefined): number | undefined {
  if (key === undefined) return undefined;
  if (key === 'none') return 0;
  const found = thresholds.findIndex((threshold) => threshold.key === key);
  return found === -1 ? -1 : found + 1;
}

@QueryHandler(ListPoints)
export class ListPointsHandler implements IQueryHandler<ListPoints> {
  constructor(
    private readonly points: PointsQueries,
    private readonly clock: Clock,
  ) {}

  async execute({ scope, question }: ListPoints): Promise<PointsPage> {
    const { scheme: name, threshold, unit, waiting, cursor, limit } = question;
    const named = (await this.points.schemes(scope)).find(({ scheme }) => scheme.name === name);
    if (named === undefined) throw schemeNotLive();
    const rows = await this.points.list(scope, {
      scheme: name,
      level: levelOf(named.scheme, threshold),
      waiting: waiting === 'yes',
      unit,
      after: readCursor(cursor, place),
      limit: limit + 1,
    });
    const { items, next } = pageOf(rows, limit, placeOf);
    const day = dateOf(today(this.clock));
    return { items: items.map((row) => rowOf(row, day)), next, day };
  }
}

function rowOf(row: PointsListRow, day: string): PointsRow {
  const { subject, name, post, unit_name: unitName, value, threshold, standing, pending } = row;
  const { in_force: inForce, next_change: nextChange } = row;
  return pointsRow.parse({ subject, name, post, unitName, value, threshold, standing, pending, inForce, nextChange, day });
}
