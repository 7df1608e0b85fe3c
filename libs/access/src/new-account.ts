import type { Accounts, Secrets } from '#access/accounts';
import { codeUri, newCodeSecret } from '#access/one-time-codes';
import { hashOfPassword, newPassword } from '#access/passwords';
import type { Principal } from '#access/principals';

/** What a new person is handed, once; nobody can read it again. */
export interface HandedOut {
  readonly password: string;
  /** For an authenticator. */
  readonly totpUri: string;
}

async function madeFor(id: string): Promise<{ readonly secrets: Secrets; readonly handed: HandedOut }> {
  const password = newPassword();
  const codeSecret = newCodeSecret();
  const secrets = { passwordHash: await hashOfPassword(password), codeSecret };
  return { secrets, handed: { password, totpUri: codeUri(id, codeSecret) } };
}

/** Lets a person sign in from now on. Undefined when the id is taken. */
export async function addAccount(accounts: Accounts, principal: Principal): Promise<HandedOut | undefined> {
  const { secrets, handed } = await madeFor(principal.id);
  return (await accounts.add({ ...principal, ...secrets })) ? handed : undefined;
}

/** For who lost password or authenticator. Undefined when there is no such person. */
export async function renewAccount(accounts: Accounts, id: string): Promise<HandedOut | undefined> {
  const { secrets, handed } = await madeFor(id);
  return (await accounts.renew(id, secrets)) ? handed : undefined;
}
