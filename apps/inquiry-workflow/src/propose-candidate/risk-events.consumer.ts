import { EventPattern, Payload } from '@nestjs/microservices';
import { RISK_EVENTS } from '#contracts/topics';
import { dayOf } from '#domain/calendar/day';
import { isCadre } from '#domain/identity/subject';
import type { DueCandidate } from '#domain/inquiry/inquiry-store';
import type { RecordBatch } from '#messaging/event-log';
import { LogConsumer } from '#messaging/log-transport';
import { parkUnread } from '#messaging/read-batch';
import { Database } from '#persistence/database';
import { PostgresInquiryStore } from '#persistence/postgres-inquiry-store';
import { Sealer } from '#vault/sealer';
import { OverdueHints } from '../note-overdue/overdue-hints';
import { CandidateBrake } from './candidate-brake';
import { keepClueChecks } from './clue-checks';
import { hearGates } from './hear-risk-events';
import { readRiskEvents } from './read-risk-events';

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
    const { heard, unread } = readRiskEvents(batch);
    const ofCadres = heard.filter(({ event }) => isCadre(event.subject));
    const ofGates = ofCadres.filter((each) => each.kind === 'passed' || each.kind === 'gate-corrected');
    let proposed: readonly DueCandidate[] = [];
    await this.database.consume(batch, async (tx) => {
      await parkUnread(tx, batch, unread, this.sealer);
      await keepClueChecks(tx, ofCadres);
      const days = ofGates.flatMap(({ kind, event }) => (kind === 'passed' ? [dayOf(event.day)] : []));
      proposed = await hearGates(PostgresInquiryStore.within(tx), ofGates, await CandidateBrake.take(tx, days));
    });
    await this.hints.schedule(proposed);
  }
}
