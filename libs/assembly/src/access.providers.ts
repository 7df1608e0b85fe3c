import type { FactoryProvider } from '@nestjs/common';
import { Accounts } from '#access/accounts';
import { BegunSignIns } from '#access/begun-sign-ins';
import { DemoPrincipals } from '#access/demo-principals';
import { type IdentityProvider, NoIdentityProvider } from '#access/identity-provider';
import { KnownBrowsers } from '#access/known-browsers';
import { OidcIdentityProvider } from '#access/oidc/oidc-identity-provider';
import { PrincipalSignatures } from '#access/principal-signatures';
import { PostgresAccounts } from '#access/postgres/postgres-accounts';
import { PostgresReadLog } from '#access/postgres/postgres-read-log';
import { PostgresReadTasks } from '#access/postgres/postgres-read-tasks';
import { PostgresSavedViews } from '#access/postgres/postgres-saved-views';
import { PostgresSessions } from '#access/postgres/postgres-sessions';
import { PostgresTryCounts } from '#access/postgres/postgres-try-counts';
import { NoPrincipals, Principals } from '#access/principals';
import { ReadLog, ReadTasks } from '#access/read-log';
import { SavedViews } from '#access/saved-views';
import { SessionPrincipals } from '#access/session-principals';
import { Sessions } from '#access/sessions';
import { SignIn } from '#access/sign-in';
import { SignInElsewhere } from '#access/sign-in-elsewhere';
import { SignedPrincipals } from '#access/signed-principals';
import type { StackConfig } from '#assembly/stack.config';
import { Database } from '#persistence/database';
import { DemoMode } from '#platform/demo-mode';
import { Clock } from '#platform/time/clock';
import { CadreTokens } from '#vault/cadre-token';
import { Sealer } from '#vault/sealer';

/** A browser's session cookie, or the signature of the process that looked at one. In a demo also the demo's header. */
export type Believed = 'sessions' | 'signatures';

/** The configuration is whole where people sign in; elsewhere nobody asks. */
export function identityProviderOf(config: StackConfig): IdentityProvider {
  const { LIUQU_OIDC_ISSUER: issuer, LIUQU_OIDC_CLIENT_ID: clientId, LIUQU_OIDC_CLIENT_SECRET: clientSecret } = config;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return new NoIdentityProvider();
  return new OidcIdentityProvider({ issuer, clientId, clientSecret });
}

/** Sign-in, the log of reads and saved views on PostgreSQL. Needs Database, Sealer, CadreTokens, Clock and DemoMode beside it. */
export function accessProviders(believed: Believed): FactoryProvider[] {
  return [
    {
      provide: Accounts,
      useFactory: (database: Database, sealer: Sealer) => new PostgresAccounts(database, sealer),
      inject: [Database, Sealer],
    },
    { provide: ReadLog, useFactory: (database: Database) => new PostgresReadLog(database), inject: [Database] },
    { provide: ReadTasks, useFactory: (database: Database) => new PostgresReadTasks(database), inject: [Database] },
    { provide: SavedViews, useFactory: (database: Database) => new PostgresSavedViews(database), inject: [Database] },
    { provide: Sessions, useFactory: (database: Database) => new PostgresSessions(database), inject: [Database] },
    {
      provide: SignIn,
      useFactory: (database: Database, tokens: CadreTokens, accounts: Accounts, sessions: Sessions) =>
        new SignIn(new PostgresTryCounts(database, tokens.subKey('failed-try')), accounts, sessions),
      inject: [Database, CadreTokens, Accounts, Sessions],
    },
    {
      provide: SignInElsewhere,
      useFactory: (accounts: Accounts, sessions: Sessions) => new SignInElsewhere(accounts, sessions),
      inject: [Accounts, Sessions],
    },
    {
      provide: BegunSignIns,
      useFactory: (sealer: Sealer, clock: Clock) => new BegunSignIns(sealer, clock),
      inject: [Sealer, Clock],
    },
    {
      provide: KnownBrowsers,
      useFactory: (sealer: Sealer, clock: Clock) => new KnownBrowsers(sealer, clock),
      inject: [Sealer, Clock],
    },
    {
      provide: PrincipalSignatures,
      useFactory: (tokens: CadreTokens, clock: Clock) => new PrincipalSignatures(tokens.subKey('signed-principal'), clock),
      inject: [CadreTokens, Clock],
    },
    {
      provide: Principals,
      useFactory: (sessions: Sessions, signatures: PrincipalSignatures, demo: DemoMode): Principals => {
        const others = demo.on ? new DemoPrincipals() : new NoPrincipals();
        return believed === 'sessions' ? new SessionPrincipals(sessions, others) : new SignedPrincipals(signatures, others);
      },
      inject: [Sessions, PrincipalSignatures, DemoMode],
    },
  ];
}
