import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { OutboxRelay } from '#messaging/postgres/outbox-relay';
import { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { acceptCsv } from './keep-registry/csv-body';
import { RegistryController } from './keep-registry/registry.controller';
import { JoinSignalsController } from './join-signals/join-signals.controller';
import { JoinSignalsHandler } from './join-signals/join-signals.handler';
import { UndoJoiningHandler } from './join-signals/undo-joining.handler';
import { FindCadresHandler } from './list-triage/find-cadres.handler';
import { ListTriageController } from './list-triage/list-triage.controller';
import { ListTriageHandler } from './list-triage/list-triage.handler';
import { ShowTriageItemHandler } from './list-triage/show-triage-item.handler';
import { TriageMatching } from './list-triage/triage-matching';
import { AskMoveHandler } from './move-signals/ask-move.handler';
import { DecideMoveHandler } from './move-signals/decide-move.handler';
import { FindRightCadresHandler } from './move-signals/find-right-cadres.handler';
import { ListMovesHandler } from './move-signals/list-moves.handler';
import { MoveSignalsController } from './move-signals/move-signals.controller';
import { WRITER } from './resolve-subject/announce-facts';
import { ChannelRecordConsumer } from './resolve-subject/channel-record.consumer';
import { AssignSubjectHandler } from './settle-triage/assign-subject.handler';
import { RefuseSignalHandler } from './settle-triage/refuse-signal.handler';
import { SettleTriageController } from './settle-triage/settle-triage.controller';

@Module({
  imports: [CqrsModule],
  controllers: [
    ChannelRecordConsumer,
    RegistryController,
    ListTriageController,
    SettleTriageController,
    JoinSignalsController,
    MoveSignalsController,
  ],
  providers: [
    AssignSubjectHandler,
    RefuseSignalHandler,
    JoinSignalsHandler,
    UndoJoiningHandler,
    ListTriageHandler,
    ShowTriageItemHandler,
    FindCadresHandler,
    TriageMatching,
    AskMoveHandler,
    DecideMoveHandler,
    ListMovesHandler,
    FindRightCadresHandler,
  ],
})
export class SignalResolverModule implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private relay: OutboxRelay | undefined;

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly relays: OutboxRelays,
  ) {}

  onModuleInit(): void {
    acceptCsv(this.http);
  }

  onApplicationBootstrap(): void {
    this.relay = this.relays.start(WRITER);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay?.stop();
  }
}
