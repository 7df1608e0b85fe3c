import { z } from 'zod';
import { oidcIsWhole, stackConfig } from '#assembly/stack.config';

/** Besides the stack, the addresses of the apps that this one forwards to when each is its own process. */
export const consoleApiConfig = stackConfig
  .extend({
    LIUQU_INGEST_GATEWAY_URL: z.url(),
    LIUQU_SIGNAL_RESOLVER_URL: z.url(),
    LIUQU_RISK_PROJECTOR_URL: z.url(),
    LIUQU_INQUIRY_WORKFLOW_URL: z.url(),
    LIUQU_ALERT_DISPATCHER_URL: z.url(),
  })
  .superRefine(oidcIsWhole);
export type ConsoleApiConfig = z.infer<typeof consoleApiConfig>;
