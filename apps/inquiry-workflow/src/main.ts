import { runApp } from '#assembly/run-app';
import { stackConfig } from '#assembly/stack.config';
import { loadConfig } from '#platform/config/load-config';
import { InquiryWorkflowModule } from './inquiry-workflow.module';

void runApp('inquiry-workflow', loadConfig(stackConfig, process.env), [InquiryWorkflowModule]);
