/** Who acts (domain: inquiry 1.4). More roles come with sign-in. */
export const ROLES = ['handler', 'handling-office-head', 'case-management', 'petition-clerk', 'system-administrator'] as const;
export type Role = (typeof ROLES)[number];

export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Tells who stands behind a request; undefined when nobody does. */
export abstract class Principals {
  abstract of(headers: RequestHeaders, remoteAddress: string): Promise<Principal | undefined>;
}
