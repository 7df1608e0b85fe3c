import { runApp } from '#assembly/run-app';
import { stackConfig } from '#assembly/stack.config';
import { loadConfig } from '#platform/config/load-config';
import { SignalResolverModule } from './signal-resolver.module';

void runApp('signal-resolver', loadConfig(stackConfig, process.env), [SignalResolverModule]);
