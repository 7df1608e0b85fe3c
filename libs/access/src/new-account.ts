import type { Accounts } from '#access/accounts';
import { codeUri, newCodeSecret } from '#access/one-time-codes';
import { hashOfPassword, newPassword } from '#access/passwords';
import type { Principal } from '#access/principals';

/** What a new person is handed, once; nobody can read it again. */
export interface HandedOut {
  readonly password: string;
  /** For an authenticator. */
  readonly totpUri: string;
}

/** Lets a person sign in from now on. Undefined when the id is taken. */
export async function addAccount(accounts: Accounts, principal: Principal): Promise<HandedOut | undefined> {
  const password = newPassword();
  const codeSecret = newCodeSecret();
  const added = await accounts.add({ ...principal, passwordHash: await hashOfPassword(password), codeSecret });
  return added ? { password, totpUri: codeUri(principal.id, codeSecret) } : undefined;
}
