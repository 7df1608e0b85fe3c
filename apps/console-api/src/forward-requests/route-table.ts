import type { ConsoleApiConfig } from '../console-api.config';

type Method = 'GET' | 'POST' | 'PUT';

export interface ForwardedRoute {
  readonly prefix: string;
  readonly methods: readonly Method[];
  /** The app that owns the thing. */
  readonly upstream: string;
}

type Addresses = Pick<
  ConsoleApiConfig,
  | 'LIUQU_INGEST_GATEWAY_URL'
  | 'LIUQU_SIGNAL_RESOLVER_URL'
  | 'LIUQU_RISK_PROJECTOR_URL'
  | 'LIUQU_INQUIRY_WORKFLOW_URL'
  | 'LIUQU_ALERT_DISPATCHER_URL'
>;

/** What this process does not answer itself, and who does. */
export function routeTable(addresses: Addresses): readonly ForwardedRoute[] {
  const gateway = addresses.LIUQU_INGEST_GATEWAY_URL;
  const resolver = addresses.LIUQU_SIGNAL_RESOLVER_URL;
  return [
    { prefix: '/api/v1/candidates', methods: ['POST'], upstream: addresses.LIUQU_INQUIRY_WORKFLOW_URL },
    { prefix: '/api/v1/candidate-brake', methods: ['POST', 'PUT'], upstream: addresses.LIUQU_INQUIRY_WORKFLOW_URL },
    { prefix: '/api/v1/alerts', methods: ['GET'], upstream: addresses.LIUQU_ALERT_DISPATCHER_URL },
    { prefix: '/api/v1/policies', methods: ['GET', 'POST', 'PUT'], upstream: addresses.LIUQU_RISK_PROJECTOR_URL },
    { prefix: '/api/v1/points', methods: ['POST'], upstream: addresses.LIUQU_RISK_PROJECTOR_URL },
    { prefix: '/api/v1/policy-reviews', methods: ['POST'], upstream: addresses.LIUQU_RISK_PROJECTOR_URL },
    { prefix: '/api/v1/rebuild', methods: ['GET', 'POST'], upstream: addresses.LIUQU_RISK_PROJECTOR_URL },
    { prefix: '/api/v1/triage', methods: ['GET', 'POST'], upstream: resolver },
    { prefix: '/api/v1/overrides', methods: ['POST'], upstream: addresses.LIUQU_INQUIRY_WORKFLOW_URL },
    { prefix: '/api/v1/joinings', methods: ['POST'], upstream: resolver },
    { prefix: '/api/v1/moves', methods: ['GET', 'POST'], upstream: resolver },
    { prefix: '/api/v1/registry', methods: ['GET', 'PUT'], upstream: resolver },
    { prefix: '/api/v1/events', methods: ['POST'], upstream: gateway },
    { prefix: '/api/v1/receipts', methods: ['GET'], upstream: gateway },
    { prefix: '/api/v1/agencies', methods: ['GET', 'POST', 'PUT'], upstream: gateway },
    { prefix: '/api/v1/managed-higher', methods: ['GET', 'PUT'], upstream: gateway },
  ];
}
