import type { Account, Accounts } from '#access/accounts';
import { newCodeSecret, stepOfCode } from '#access/one-time-codes';
import { decoyHash, isPassword } from '#access/passwords';
import type { Principal } from '#access/principals';
import type { Sessions } from '#access/sessions';
import type { TryCounts } from '#access/try-counts';

export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** Six digits. */
  readonly code: string;
}

export type SignInOutcome =
  | { readonly type: 'signed-in'; readonly principal: Principal; readonly token: string }
  /** Unknown name, wrong password, wrong or used code, switched off: nobody is told which. */
  | { readonly type: 'refused' }
  /** Not looked at: the next try is, after so many seconds. */
  | { readonly type: 'must-wait'; readonly seconds: number };

const DECOY_SECRET = newCodeSecret();

/** The time step of the code, when password and code are both right; the same work for a person that does not exist. */
async function provenStep(
  account: Account | undefined,
  { password, code }: Omit<Credentials, 'user'>,
  at: Date,
): Promise<number | undefined> {
  const { passwordHash, codeSecret } = account ?? { passwordHash: await decoyHash(), codeSecret: DECOY_SECRET };
  const isRight = await isPassword(passwordHash, password);
  const step = stepOfCode(codeSecret, code, at);
  return isRight ? step : undefined;
}

/** Password and one-time code, both right, open a session. */
export class SignIn {
  constructor(
    private readonly tries: TryCounts,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** @param browser when this user has signed in there before */
  async attempt({ user, password, code }: Credentials, browser?: string): Promise<SignInOutcome> {
    const tried = { name: user, browser };
    const { at, waitSeconds } = await this.tries.begin(tried);
    if (waitSeconds > 0) return { type: 'must-wait', seconds: waitSeconds };
    const account = await this.accounts.find(user);
    const step = await provenStep(account, { password, code }, at);
    if (!account?.active || step === undefined) return { type: 'refused' };
    if (!(await this.accounts.takeStep(account.id, step))) return { type: 'refused' };
    await this.tries.forget(tried);
    const { id, name, role, unit } = account;
    return { type: 'signed-in', principal: { id, name, role, unit }, token: await this.sessions.open(id) };
  }
}
