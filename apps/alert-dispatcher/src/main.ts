import { runApp } from '#assembly/run-app';
import { stackConfig } from '#assembly/stack.config';
import { loadConfig } from '#platform/config/load-config';
import { AlertDispatcherModule } from './alert-dispatcher.module';

void runApp('alert-dispatcher', loadConfig(stackConfig, process.env), [AlertDispatcherModule]);
