import { runApp } from '#assembly/run-app';
import { loadConfig } from '#platform/config/load-config';
import { consoleApiConfig } from './console-api.config';
import { ConsoleApiModule } from './console-api.module';
import { forwardRequests } from './forward-requests/forward-requests';
import { routeTable } from './forward-requests/route-table';

const config = loadConfig(consoleApiConfig, process.env);

void runApp('console-api', config, [ConsoleApiModule], async (app) => forwardRequests(app, routeTable(config)));
