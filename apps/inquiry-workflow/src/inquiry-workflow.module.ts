import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { InquiryStore } from '#domain/inquiry/inquiry-store';
import type { OutboxRelay } from '#messaging/postgres/outbox-relay';
import { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { Database } from '#persistence/database';
import { INQUIRY_WRITER, PostgresInquiryStore } from '#persistence/postgres-inquiry-store';
import { AskDismissalController } from './ask-dismissal/ask-dismissal.controller';
import { AskDismissalHandler } from './ask-dismissal/ask-dismissal.handler';
import { ConfirmDismissalController } from './confirm-dismissal/confirm-dismissal.controller';
import { ConfirmDismissalHandler } from './confirm-dismissal/confirm-dismissal.handler';
import { BrakeController } from './brake-candidates/brake.controller';
import { ReleaseHeldHandler } from './brake-candidates/release-held.handler';
import { SetCandidateLimitHandler } from './brake-candidates/set-limit.handler';
import { CandidateOverdueJob } from './note-overdue/candidate-overdue.job';
import { OverdueHints } from './note-overdue/overdue-hints';
import { OverdueSweep } from './note-overdue/overdue-sweep';
import { DecideOverrideHandler } from './override-level/decide-override.handler';
import { OverrideLevelController } from './override-level/override-level.controller';
import { AskOverrideHandler } from './override-level/override-level.handler';
import { RiskEventsConsumer } from './propose-candidate/risk-events.consumer';
import { RefuseDismissalController } from './refuse-dismissal/refuse-dismissal.controller';
import { RefuseDismissalHandler } from './refuse-dismissal/refuse-dismissal.handler';
import { ReleaseCandidateController } from './release-candidate/release-candidate.controller';
import { ReleaseCandidateHandler } from './release-candidate/release-candidate.handler';
import { ReviewDecisionController } from './review-decision/review-decision.controller';
import { ReviewDecisionHandler } from './review-decision/review-decision.handler';
import { TakeCandidateController } from './take-candidate/take-candidate.controller';
import { TakeCandidateHandler } from './take-candidate/take-candidate.handler';
import { JobWorkers } from './work-jobs/job-workers';

@Module({
  imports: [CqrsModule, DiscoveryModule],
  controllers: [
    RiskEventsConsumer,
    AskDismissalController,
    ConfirmDismissalController,
    RefuseDismissalController,
    TakeCandidateController,
    OverrideLevelController,
    ReviewDecisionController,
    ReleaseCandidateController,
    BrakeController,
  ],
  providers: [
    { provide: InquiryStore, useFactory: (database: Database) => new PostgresInquiryStore(database), inject: [Database] },
    AskDismissalHandler,
    ConfirmDismissalHandler,
    RefuseDismissalHandler,
    TakeCandidateHandler,
    AskOverrideHandler,
    DecideOverrideHandler,
    ReviewDecisionHandler,
    ReleaseCandidateHandler,
    ReleaseHeldHandler,
    SetCandidateLimitHandler,
    OverdueHints,
    OverdueSweep,
    CandidateOverdueJob,
    JobWorkers,
  ],
})
export class InquiryWorkflowModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private relay: OutboxRelay | undefined;

  constructor(private readonly relays: OutboxRelays) {}

  onApplicationBootstrap(): void {
    this.relay = this.relays.start(INQUIRY_WRITER);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay?.stop();
  }
}
