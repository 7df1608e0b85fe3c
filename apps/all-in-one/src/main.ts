import { runApp } from '#assembly/run-app';
import { oidcIsWhole, stackConfig } from '#assembly/stack.config';
import { loadConfig } from '#platform/config/load-config';
import { AlertDispatcherModule } from '../../alert-dispatcher/src/alert-dispatcher.module';
import { ConsoleApiModule } from '../../console-api/src/console-api.module';
import { IngestGatewayModule } from '../../ingest-gateway/src/ingest-gateway.module';
import { InquiryWorkflowModule } from '../../inquiry-workflow/src/inquiry-workflow.module';
import { RiskProjectorModule } from '../../risk-projector/src/risk-projector.module';
import { SignalResolverModule } from '../../signal-resolver/src/signal-resolver.module';

void runApp('all-in-one', loadConfig(stackConfig.superRefine(oidcIsWhole), process.env), [
  IngestGatewayModule,
  SignalResolverModule,
  RiskProjectorModule,
  InquiryWorkflowModule,
  AlertDispatcherModule,
  ConsoleApiModule,
]);
