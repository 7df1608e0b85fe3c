import type { Accounts } from '#access/accounts';
import type { ForeignIdentity } from '#access/identity-provider';
import type { Sessions } from '#access/sessions';

export type ElsewhereOutcome =
  | { readonly type: 'signed-in'; readonly token: string }
  /** Nobody here has that identity; a security administrator links it, never an e-mail address. */
  | { readonly type: 'identity-not-linked' }
  | { readonly type: 'account-switched-off' };

/** Opens the same session as password and code do, for who has proven an identity that is linked to an account. */
export class SignInElsewhere {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  async attempt(identity: ForeignIdentity): Promise<ElsewhereOutcome> {
    const account = await this.accounts.withIdentity(identity);
    if (!account) return { type: 'identity-not-linked' };
    if (!account.active) return { type: 'account-switched-off' };
    return { type: 'signed-in', token: await this.sessions.open(account.id) };
  }
}
