import { runApp } from '#assembly/run-app';
import { loadConfig } from '#platform/config/load-config';
import { consoleApiConfig } from './console-api.config';
import { ConsoleApiModule } from './console-api.module';
import { forwardRequests } from './forward-requests/forward-requests';
import { routeTable } from './forward-requests/route-table';
import { AppAddresses } from './tell-operations/app-addresses';

const config = loadConfig(consoleApiConfig, process.env);

void runApp('console-api', config, [ConsoleApiModule], async (app) => {
  app.get(AppAddresses).tell({
    'ingest-gateway': config.LIUQU_INGEST_GATEWAY_URL,
    'signal-resolver': config.LIUQU_SIGNAL_RESOLVER_URL,
    'risk-projector': config.LIUQU_RISK_PROJECTOR_URL,
    'inquiry-workflow': config.LIUQU_INQUIRY_WORKFLOW_URL,
    'alert-dispatcher': config.LIUQU_ALERT_DISPATCHER_URL,
  });
  await forwardRequests(app, routeTable(config));
});
