import { CASE_READERS, type Role, ROLES } from '#access/principals';

/** Who may call an endpoint: anybody at all, an agency with its key, or people in these roles. */
export type Permitted = 'anybody' | 'agency' | readonly Role[];

const CLERK: readonly Role[] = ['petition-clerk'];
/** Who works on what comes in; who only decides reads about cadres, not about single signals. */
const SIGNAL_READERS: readonly Role[] = ['petition-clerk', 'handler', 'handling-office-head', 'case-management'];
/** Who knows the signals of a case well enough to say that two are one (design: risk-model 5). */
const JOINERS: readonly Role[] = ['handler', 'handling-office-head', 'case-management'];
/** Who may be the second person for a signal that was told of the wrong subject: who matches, who heads, who manages cases. */
const SECOND_MOVERS: readonly Role[] = ['petition-clerk', 'handling-office-head', 'case-management'];
/** Whoever works with readings may know by which rules they are made, and the auditor; whom they are about must not tune to them. */
const POLICY_READERS: readonly Role[] = [...CASE_READERS, 'auditor'];
/** Who handles drafts, who leads approves (decision 0019). */
const POLICY_AUTHORS: readonly Role[] = ['handling-office-head', 'case-management'];
const POLICY_APPROVERS: readonly Role[] = ['deputy-leader', 'organ-principal', 'party-principal'];
/** Who enters what was done about points: those who handle, and those who may confirm by some scheme. */
const POINTS_ENTERERS: readonly Role[] = ['handler', 'handling-office-head', 'deputy-leader', 'organ-principal', 'party-principal'];
/** Who handles asks for a level beside the computed one; who heads or leads is the second person (design: risk-model 7 Override). */
const OVERRIDERS: readonly Role[] = ['handler', 'handling-office-head', 'case-management'];
const SECOND_OVERRIDERS: readonly Role[] = ['handling-office-head', 'deputy-leader'];
/** Who prepares what the person concerned may be shown; nothing is sent to anybody. */
const OWN_VIEW_PREPARERS: readonly Role[] = ['handler', 'handling-office-head'];
const SYSTEM: readonly Role[] = ['system-administrator'];
const SECURITY: readonly Role[] = ['security-administrator'];
/** Who runs the system makes readings anew and switches, as who answers for the work may: to a policy that two leaders approved, and no other. */
const REBUILD: readonly Role[] = ['system-administrator', 'handling-office-head'];

/**
 * All endpoints of all apps, by method and path as routed. What is not here is answered to nobody; a test compares this with the
 * routes that are there, and with whom they let in.
 */
export const PERMISSIONS: Readonly<Record<string, Permitted>> = {
  'GET /api/v1/desk': CASE_READERS,
  'GET /api/v1/cadres': CASE_READERS,
  'GET /api/v1/cadres/:id': CASE_READERS,
  'GET /api/v1/cadres/:id/profile': CASE_READERS,
  'GET /api/v1/cadres/:id/reading': CASE_READERS,
  'GET /api/v1/cadres/:id/reading/explanation': CASE_READERS,
  'GET /api/v1/cadres/:id/reading/receipt': CASE_READERS,
  'GET /api/v1/cadres/:id/own-view': OWN_VIEW_PREPARERS,
  'GET /api/v1/candidates': CASE_READERS,
  'GET /api/v1/candidates/:id': CASE_READERS,
  'GET /api/v1/candidate-brake': CASE_READERS,
  'GET /api/v1/clue-checks': CASE_READERS,
  'GET /api/v1/tasks': CASE_READERS,
  'GET /api/v1/views': CASE_READERS,
  'POST /api/v1/views': CASE_READERS,
  'DELETE /api/v1/views/:id': CASE_READERS,
  'GET /api/v1/units': [...CASE_READERS, ...SECURITY],
  'GET /api/v1/units/:code': CASE_READERS,
  'GET /api/v1/units/:code/reading': CASE_READERS,
  'GET /api/v1/units/:code/reading/explanation': CASE_READERS,
  'GET /api/v1/units/:code/reading/receipt': CASE_READERS,
  'GET /api/v1/score-receipts/schema': 'anybody',
  'GET /api/v1/alert-records': CASE_READERS,
  'GET /api/v1/alerts': CASE_READERS,
  'GET /api/v1/alerts/stream': CASE_READERS,
  'GET /api/v1/catalogue': ROLES,
  'GET /api/v1/permissions': ROLES,

  'GET /api/v1/points-schemes': CASE_READERS,
  'GET /api/v1/points': CASE_READERS,
  'GET /api/v1/cadres/:id/points': CASE_READERS,
  'GET /api/v1/units/:code/points': CASE_READERS,
  'POST /api/v1/points/:subject/entries': POINTS_ENTERERS,

  'POST /api/v1/candidates/:id/dismissal': ['handler'],
  'POST /api/v1/candidates/:id/dismissal/confirmation': ['handling-office-head'],
  'POST /api/v1/candidates/:id/dismissal/refusal': ['handling-office-head'],
  'POST /api/v1/candidates/:id/taking': ['case-management'],
  'POST /api/v1/candidates/:id/review': ['handling-office-head'],
  'POST /api/v1/candidates/:id/release': ['handling-office-head'],
  'PUT /api/v1/candidate-brake': ['handling-office-head'],
  'POST /api/v1/candidate-brake/release': ['handling-office-head'],

  'GET /api/v1/signals': SIGNAL_READERS,
  'GET /api/v1/signals/counts': SIGNAL_READERS,
  'GET /api/v1/signals/:eventId': SIGNAL_READERS,

  'POST /api/v1/overrides': OVERRIDERS,
  'POST /api/v1/overrides/:id/confirmation': SECOND_OVERRIDERS,
  'POST /api/v1/overrides/:id/refusal': SECOND_OVERRIDERS,
  'POST /api/v1/overrides/:id/lifting': SECOND_OVERRIDERS,

  'POST /api/v1/joinings': JOINERS,
  'POST /api/v1/joinings/:id/undoing': JOINERS,

  'GET /api/v1/moves': SIGNAL_READERS,
  'GET /api/v1/moves/:eventId/cadres': SIGNAL_READERS,
  'POST /api/v1/moves': SIGNAL_READERS,
  'POST /api/v1/moves/:id/confirmation': SECOND_MOVERS,
  'POST /api/v1/moves/:id/refusal': SECOND_MOVERS,

  'GET /api/v1/triage': CLERK,
  'GET /api/v1/triage/:eventId': CLERK,
  'GET /api/v1/triage/:eventId/cadres': CLERK,
  'POST /api/v1/triage/:eventId/assignment': CLERK,
  'POST /api/v1/triage/:eventId/refusal': CLERK,

  'GET /api/v1/policies': POLICY_READERS,
  'GET /api/v1/policies/:id': POLICY_READERS,
  'GET /api/v1/policies/:id/difference': POLICY_READERS,
  'GET /api/v1/policies/:id/document': POLICY_READERS,
  'GET /api/v1/policies/:id/backtest': POLICY_READERS,
  'POST /api/v1/policies/:id/backtest': POLICY_AUTHORS,
  'GET /api/v1/policies/schema/:kind': 'anybody',
  'POST /api/v1/policies': POLICY_AUTHORS,
  'PUT /api/v1/policies/:id/text': POLICY_AUTHORS,
  'POST /api/v1/policies/:id/check': POLICY_AUTHORS,
  'POST /api/v1/policies/:id/approval': POLICY_AUTHORS,
  'POST /api/v1/policies/:id/approval/confirmation': POLICY_APPROVERS,
  'POST /api/v1/policies/:id/approval/refusal': POLICY_APPROVERS,
  'POST /api/v1/policies/:id/going-live': POLICY_APPROVERS,
  'POST /api/v1/policies/:id/retirement': POLICY_APPROVERS,

  'GET /api/v1/operations': SYSTEM,
  'PUT /api/v1/registry/units': SYSTEM,
  'PUT /api/v1/registry/posts': SYSTEM,
  'PUT /api/v1/registry/cadres': SYSTEM,
  'PUT /api/v1/registry/post-history': SYSTEM,
  'POST /api/v1/agencies': SYSTEM,
  'PUT /api/v1/agencies/:code/active': SYSTEM,
  'PUT /api/v1/managed-higher': SYSTEM,

  'GET /api/v1/policy-reviews': CASE_READERS,
  'POST /api/v1/policy-reviews/:id/settlement': ['handler', 'handling-office-head'],

  'GET /api/v1/rebuild': REBUILD,
  'POST /api/v1/rebuild': REBUILD,
  'POST /api/v1/rebuild/certificate': REBUILD,
  'POST /api/v1/rebuild/switch': REBUILD,
  'POST /api/v1/rebuild/back': REBUILD,
  'POST /api/v1/rebuild/drop': REBUILD,

  'GET /api/v1/users': SECURITY,
  'POST /api/v1/users': SECURITY,
  'POST /api/v1/users/:id/credentials': SECURITY,
  'PUT /api/v1/users/:id/active': SECURITY,
  'PUT /api/v1/users/:id/role': SECURITY,
  'PUT /api/v1/users/:id/unit': SECURITY,
  'PUT /api/v1/users/:id/identity': SECURITY,

  'GET /api/v1/reads': ['auditor'],
  'POST /api/v1/reads/:id/review': ['auditor'],

  'GET /api/v1/session': ROLES,
  'POST /api/v1/session': 'anybody',
  'DELETE /api/v1/session': 'anybody',
  'GET /api/v1/session/ways': 'anybody',
  'GET /api/v1/session/oidc': 'anybody',
  'GET /api/v1/session/oidc/callback': 'anybody',

  'POST /api/v1/events': 'agency',
  'GET /api/v1/receipts/:id': 'agency',

  'GET /asyncapi': 'anybody',
  'GET /health/live': 'anybody',
  'GET /health/ready': 'anybody',
  'GET /metrics': 'anybody',
  'GET /*': 'anybody',
};

/** The roles that may call an endpoint; none for one that is not listed, or that is no people's. */
export function rolesFor(endpoint: string): readonly Role[] {
  const permitted = Object.hasOwn(PERMISSIONS, endpoint) ? PERMISSIONS[endpoint] : undefined;
  return permitted === undefined || typeof permitted === 'string' ? [] : permitted;
}

/** What is named in these paths is a rule; no person is in one (decision 0019). */
const ABOUT_NOBODY = 'GET /api/v1/policies/';

/**
 * Whether a read asks for a purpose and is logged: whoever reads one thing, named in the path, reads about somebody. Told
 * by its shape, so that a new endpoint cannot forget it (decision 0015).
 */
export function isSensitive(endpoint: string): boolean {
  const isOneThing = endpoint.startsWith('GET ') && endpoint.includes('/:');
  return isOneThing && !endpoint.startsWith(ABOUT_NOBODY) && rolesFor(endpoint).length > 0;
}
