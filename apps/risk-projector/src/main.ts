import { runApp } from '#assembly/run-app';
import { stackConfig } from '#assembly/stack.config';
import { loadConfig } from '#platform/config/load-config';
import { RiskProjectorModule } from './risk-projector.module';

void runApp('risk-projector', loadConfig(stackConfig, process.env), [RiskProjectorModule]);
