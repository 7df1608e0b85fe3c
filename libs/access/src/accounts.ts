import type { ForeignIdentity } from '#access/identity-provider';
import type { Principal, Role } from '#access/principals';

/** A sign-in name, and the id of the person in every record: small letters, digits, dots and dashes; `demo-` belongs to the demo. */
export const ACCOUNT_ID = /^(?!demo-)[a-z][a-z0-9.-]{1,31}$/;

/** A person who may sign in. */
export interface Account extends Principal {
  readonly active: boolean;
  /** argon2id, in PHC form. */
  readonly passwordHash: string;
  /** Of the one-time codes, in base 32. */
  readonly codeSecret: string;
}

export type Secrets = Pick<Account, 'passwordHash' | 'codeSecret'>;

/** What others may know of an account: nothing that opens it. */
export interface KnownAccount extends Principal {
  readonly active: boolean;
  readonly addedAt: Date;
  readonly lastSignInAt: Date | undefined;
  /** Whether a one-time code was taken since the credentials were handed out: the person's authenticator works. */
  readonly codeTaken: boolean;
  /** Whether the person may come from the identity provider. */
  readonly linked: boolean;
}

/** `taken`: another person has that identity. */
export type LinkOutcome = 'linked' | 'not-found' | 'taken';

/** Who may sign in; nobody is ever removed, for what they did names them. */
export abstract class Accounts {
  abstract find(id: string): Promise<Account | undefined>;
  /** By id. */
  abstract all(): Promise<readonly KnownAccount[]>;
  /** @returns whether the id was free */
  abstract add(account: Omit<Account, 'active'>): Promise<boolean>;
  /** Switched off, the person's sessions end, and do not come back. @returns whether there is such a person */
  abstract switch(id: string, active: boolean): Promise<boolean>;
  /** From the next request on. @returns whether there is such a person */
  abstract giveRole(id: string, role: Role): Promise<boolean>;
  /** The tree that the person sees, from the next request on. @returns whether there is such a person */
  abstract giveUnit(id: string, unit: string | null): Promise<boolean>;
  /** Password and authenticator of before stop working, and the person's sessions end. @returns whether there is such a person */
  abstract renew(id: string, secrets: Secrets): Promise<boolean>;
  /** Takes a one-time code, named by its time step. @returns false when it or a later one was taken before */
  abstract takeStep(id: string, step: number): Promise<boolean>;
  /** The person may come as this identity alone, or without one as none; the person's sessions end. */
  abstract link(id: string, identity: ForeignIdentity | undefined): Promise<LinkOutcome>;
  abstract withIdentity(identity: ForeignIdentity): Promise<Pick<Account, 'id' | 'active'> | undefined>;
}
