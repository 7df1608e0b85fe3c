/** Who acts (domain: inquiry 1.4), and who keeps the installation: three administrations, none of which holds another's office. */
export const ROLES = [
  'handler',
  'handling-office-head',
  'case-management',
  'deputy-leader',
  'organ-principal',
  'party-principal',
  'issuing-office',
  'addressee',
  'countersigner',
  'resident-group',
  'petition-office',
  'archivist',
  'petition-clerk',
  'integrator',
  'auditor',
  'system-administrator',
  'security-administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Who reads about cadres: those who handle, those who decide, and those who match people; nobody who administers (三员分立). */
export const CASE_READERS: readonly Role[] = [
  'handler',
  'handling-office-head',
  'case-management',
  'deputy-leader',
  'organ-principal',
  'party-principal',
  'petition-clerk',
];

export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Code of the unit whose tree the person sees; null: everything. */
  readonly unit: string | null;
}

export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** What is known of a request before anybody knows whose it is. */
export interface AskedRequest {
  readonly headers: RequestHeaders;
  /** Address of the other end of the connection. */
  readonly ip: string;
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
}

/** Tells who stands behind a request; undefined when nobody does. */
export abstract class Principals {
  abstract of(request: AskedRequest): Promise<Principal | undefined>;
}

/** Believes nobody. */
export class NoPrincipals extends Principals {
  override async of(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
