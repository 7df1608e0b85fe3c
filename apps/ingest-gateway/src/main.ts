import { runApp } from '#assembly/run-app';
import { stackConfig } from '#assembly/stack.config';
import { loadConfig } from '#platform/config/load-config';
import { IngestGatewayModule } from './ingest-gateway.module';

void runApp('ingest-gateway', loadConfig(stackConfig, process.env), [IngestGatewayModule]);
