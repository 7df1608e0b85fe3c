import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import type { FastifyInstance } from 'fastify';
import { AcceptEventsHandler } from './accept-events/accept-events.handler';
import { EventAppender } from './accept-events/append-events';
import { EventCheck } from './accept-events/check-event';
import { takeEventBodies } from './accept-events/event-bodies';
import { EventsController } from './accept-events/events.controller';
import { IntakePages } from './accept-events/intake-pages';
import { ReceiptStore } from './accept-events/receipt-store';
import { ReceivedDays } from './accept-events/received-days';
import { AdmitAgencyHandler } from './admit-agency/admit-agency.handler';
import { Agencies } from './admit-agency/agencies';
import { AgenciesController } from './admit-agency/agencies.controller';
import { KeepManagedHigherHandler } from './keep-managed-higher/keep-managed-higher.handler';
import { ManagedHigherController } from './keep-managed-higher/managed-higher.controller';
import { SwitchAgencyController } from './switch-agency/switch-agency.controller';
import { SwitchAgencyHandler } from './switch-agency/switch-agency.handler';
import { ReceiptsController } from './tell-receipt/receipts.controller';
import { TellReceiptHandler } from './tell-receipt/tell-receipt.handler';

/** The door for other systems: who may say what, one receipt per event, sole writer of `channel.*`. */
@Module({
  imports: [CqrsModule],
  controllers: [EventsController, ReceiptsController, AgenciesController, SwitchAgencyController, ManagedHigherController],
  providers: [
    AcceptEventsHandler,
    AdmitAgencyHandler,
    Agencies,
    EventAppender,
    EventCheck,
    IntakePages,
    KeepManagedHigherHandler,
    ReceiptStore,
    ReceivedDays,
    SwitchAgencyHandler,
    TellReceiptHandler,
  ],
})
export class IngestGatewayModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  onModuleInit(): void {
    takeEventBodies(this.host.httpAdapter.getInstance<FastifyInstance>());
  }
}
