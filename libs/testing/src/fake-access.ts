import { type Account, Accounts, type KnownAccount, type LinkOutcome, type Secrets } from '#access/accounts';
import { type FailedTries, secondsToWait } from '#access/failed-tries';
import type { ForeignIdentity } from '#access/identity-provider';
import type { Principal, Role } from '#access/principals';
import { hashOfToken, newSessionToken } from '#access/session-token';
import { IDLE_SECONDS, LONGEST_SECONDS, Sessions } from '#access/sessions';
import { type BegunTry, type Tried, TryCounts } from '#access/try-counts';
import type { AccessWorld } from '#testing/sign-in.contract';

interface OpenSession {
  readonly accountId: string;
  readonly openedAt: number;
  seenAt: number;
}

const secondsFrom = (moment: number, now: Date): number => (now.getTime() - moment) / 1_000;

class FakeAccounts extends Accounts {
  private readonly accounts = new Map<string, Account>();
  private readonly steps = new Map<string, number>();
  private readonly identities = new Map<string, ForeignIdentity>();
  private readonly times = new Map<string, { readonly addedAt: Date; readonly lastSignInAt?: Date }>();

  constructor(
    private readonly endSessionsOf: (id: string) => void,
    private readonly now: () => Date,
  ) {
    super();
  }

  signedIn(id: string): void {
    this.times.set(id, { addedAt: this.times.get(id)?.addedAt ?? this.now(), lastSignInAt: this.now() });
  }

  override async all(): Promise<readonly KnownAccount[]> {
    return [...this.accounts.values()]
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, name, role, unit, active }) => ({
        id,
        name,
        role,
        unit,
        active,
        addedAt: this.times.get(id)?.addedAt ?? this.now(),
        lastSignInAt: this.times.get(id)?.lastSignInAt,
        codeTaken: this.steps.has(id),
        linked: this.identities.has(id),
      }));
  }

  override async link(id: string, identity: ForeignIdentity | undefined): Promise<LinkOutcome> {
    if (!this.accounts.has(id)) return 'not-found';
    const holder = identity && this.holderOf(identity);
    if (holder !== undefined && holder !== id) return 'taken';
    if (identity) this.identities.set(id, identity);
    else this.identities.delete(id);
    this.endSessionsOf(id);
    return 'linked';
  }

  override async withIdentity(identity: ForeignIdentity): Promise<Pick<Account, 'id' | 'active'> | undefined> {
    return this.accounts.get(this.holderOf(identity) ?? '');
  }

  private holderOf({ issuer, subject }: ForeignIdentity): string | undefined {
    return [...this.identities].find(([, held]) => held.issuer === issuer && held.subject === subject)?.[0];
  }

  override async find(id: string): Promise<Account | undefined> {
    return this.accounts.get(id);
  }

  override async add(account: Omit<Account, 'active'>): Promise<boolean> {
    if (this.accounts.has(account.id)) return false;
    this.accounts.set(account.id, { ...account, active: true });
    this.times.set(account.id, { addedAt: this.now() });
    return true;
  }

  override async switch(id: string, active: boolean): Promise<boolean> {
    if (!active) this.endSessionsOf(id);
    return this.change(id, { active });
  }

  override async giveRole(id: string, role: Role): Promise<boolean> {
    return this.change(id, { role });
  }

  override async giveUnit(id: string, unit: string | null): Promise<boolean> {
    return this.change(id, { unit });
  }

  override async renew(id: string, secrets: Secrets): Promise<boolean> {
    this.endSessionsOf(id);
    this.steps.delete(id);
    return this.change(id, secrets);
  }

  override async takeStep(id: string, step: number): Promise<boolean> {
    if ((this.steps.get(id) ?? 0) >= step) return false;
    this.steps.set(id, step);
    return true;
  }

  private change(id: string, to: Partial<Account>): boolean {
    const account = this.accounts.get(id);
    if (account) this.accounts.set(id, { ...account, ...to });
    return account !== undefined;
  }
}

class FakeSessions extends Sessions {
  private readonly held = new Map<string, OpenSession>();

  constructor(
    private readonly accounts: () => FakeAccounts,
    private readonly now: () => Date,
  ) {
    super();
  }

  override async open(accountId: string): Promise<string> {
    const token = newSessionToken();
    const openedAt = this.now().getTime();
    this.held.set(token, { accountId, openedAt, seenAt: openedAt });
    this.accounts().signedIn(accountId);
    return token;
  }

  override async principalOf(token: string): Promise<Principal | undefined> {
    const session = this.held.get(token);
    if (!session || secondsFrom(session.seenAt, this.now()) >= IDLE_SECONDS) return undefined;
    if (secondsFrom(session.openedAt, this.now()) >= LONGEST_SECONDS) return undefined;
    const account = await this.accounts().find(session.accountId);
    if (!account?.active) return undefined;
    session.seenAt = this.now().getTime();
    return { id: account.id, name: account.name, role: account.role, unit: account.unit };
  }

  override async endHashed(tokenHash: Buffer): Promise<void> {
    for (const token of this.held.keys()) if (hashOfToken(token).equals(tokenHash)) this.held.delete(token);
  }

  endAllOf(accountId: string): void {
    for (const [token, session] of this.held) if (session.accountId === accountId) this.held.delete(token);
  }
}

const keyOf = ({ name, browser }: Tried): string => `${browser ?? ''}\0${name}`;

class FakeTryCounts extends TryCounts {
  private readonly tries = new Map<string, FailedTries>();

  constructor(private readonly now: () => Date) {
    super();
  }

  override async begin(tried: Tried): Promise<BegunTry> {
    const key = keyOf(tried);
    const before = this.tries.get(key);
    const at = this.now();
    const waitSeconds = secondsToWait(before, at);
    if (waitSeconds === 0) this.tries.set(key, { count: (before?.count ?? 0) + 1, lastAt: at });
    return { at, waitSeconds };
  }

  override async forget(tried: Tried): Promise<void> {
    this.tries.delete(keyOf(tried));
  }
}

/** Accounts, sessions and tries in memory; its clock stands still until it is put forward. */
export function fakeAccess(): AccessWorld {
  let at = Date.UTC(2026, 10, 25, 4);
  const now = (): Date => new Date(at);
  const sessions: FakeSessions = new FakeSessions(() => accounts, now);
  const accounts: FakeAccounts = new FakeAccounts((id) => sessions.endAllOf(id), now);
  return {
    accounts,
    sessions,
    tries: new FakeTryCounts(now),
    now: async () => now(),
    pass: async (seconds) => void (at += seconds * 1_000),
    close: async () => undefined,
  };
}
