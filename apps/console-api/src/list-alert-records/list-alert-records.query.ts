import { Query } from '@nestjs/cqrs';
import type { AlertRecordPage, AlertRecordsQuestion } from '#contracts/console/alert-records';
import type { Scope } from '#persistence/database';

export class ListAlertRecords extends Query<AlertRecordPage> {
  constructor(
    readonly scope: Scope,
    readonly question: AlertRecordsQuestion,
  ) {
    super();
  }
}
