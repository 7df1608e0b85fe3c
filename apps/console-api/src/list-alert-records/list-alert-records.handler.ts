import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { alertCorrected } from '#contracts/alerts/alert-corrected.v1';
import { alertRaised } from '#contracts/alerts/alert-raised.v1';
import type { AlertRecord, AlertRecordPage } from '#contracts/console/alert-records';
import { AlertRecordQueries, type AlertRecordRow } from '#persistence/queries/alert-record-queries';
import { pageOf, readCursor } from '#platform/http/cursor';
import { ListAlertRecords } from './list-alert-records.query';

const place = z.strictObject({ seq: z.string().regex(/^\d{1,15}$/) });

const placeOf = ({ seq }: AlertRecordRow): z.infer<typeof place> => ({ seq });

@QueryHandler(ListAlertRecords)
export class ListAlertRecordsHandler implements IQueryHandler<ListAlertRecords> {
  constructor(private readonly alerts: AlertRecordQueries) {}

  async execute({ scope, question }: ListAlertRecords): Promise<AlertRecordPage> {
    const { cursor, limit, ...asked } = question;
    const rows = await this.alerts.list(scope, { ...asked, before: readCursor(cursor, place)?.seq, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit, placeOf);
    return { items: items.map(recordOf), next };
  }
}

function recordOf(row: AlertRecordRow): AlertRecord {
  const correction = row.correction === null ? null : alertCorrected.parse(row.correction);
  return {
    alertId: row.alert_id,
    subject: row.subject,
    name: row.name,
    post: row.post,
    unitName: row.unit_name,
    at: row.at.toISOString(),
    state: stateOf(correction),
    said: row.said === null ? null : saidIn(row.said),
    correction: correction && {
      day: correction.day,
      ground: correction.ground,
      now: correction.now,
      raises: correction.raises,
      laterDay: correction.later?.day ?? null,
    },
  };
}

function stateOf(correction: { readonly now: unknown } | null): AlertRecord['state'] {
  if (correction === null) return 'standing';
  return correction.now === null ? 'void' : 'corrected';
}

function saidIn(told: unknown): AlertRecord['said'] {
  const { from, to, day, e, p } = alertRaised.parse(told);
  return { from, to, day, e, p };
}
