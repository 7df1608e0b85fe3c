import { EventPattern, Payload } from '@nestjs/microservices';
import { RISK_EVENTS } from '#contracts/topics';
import type { DueCandidate } from '#domain/inquiry/inquiry-store';
import type { RecordBatch } from '#messaging/event-log';
import { LogConsumer } from '#messaging/log-transport';
import { Database } from '#persistence/database';
import { PostgresInquiryStore } from '#persistence/postgres-inquiry-store';
import type { Transaction } from '#persistence/transaction';
import { Sealer } from '#vault/sealer';
import { OverdueHints } from '../note-overdue/overdue-hints';
import { keepClueChecks } from './clue-checks';
import { hearGatePassed, isCadre } from './hear-risk-events';
import { readRiskEvents, type UnreadRecord } from './read-risk-events';

/** Hears what the projector announces, once: candidates, clue checks and the offset are stored together. */
@LogConsumer()
export class RiskEventsConsumer {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
    private readonly hints: OverdueHints,
  ) {}

  @EventPattern({ topic: RISK_EVENTS, group: 'inquiry-workflow' })
  async hear(@Payload() batch: RecordBatch): Promise<void> {
    const { raised, passed, unread } = readRiskEvents(batch);
    let proposed: readonly DueCandidate[] = [];
    await this.database.consume(batch, async (tx) => {
      await this.park(tx, batch, unread);
      await keepClueChecks(tx, raised.filter(isCadre), passed.filter(isCadre));
      proposed = await hearGatePassed(PostgresInquiryStore.within(tx), passed.filter(isCadre));
    });
    await this.hints.schedule(proposed);
  }

  private async park(tx: Transaction, batch: RecordBatch, unread: readonly UnreadRecord[]): Promise<void> {
    for (const { record, reason } of unread) {
      const place = `parked/${batch.topic}/${batch.partition}/${record.offset}`;
      await tx.park(batch, record.offset, reason, this.sealer.seal(record.value, place));
    }
  }
}
