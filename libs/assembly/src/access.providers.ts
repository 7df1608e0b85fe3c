import type { FactoryProvider } from '@nestjs/common';
import { Accounts } from '#access/accounts';
import { DemoPrincipals } from '#access/demo-principals';
import { PrincipalSignatures } from '#access/principal-signatures';
import { PostgresAccounts } from '#access/postgres/postgres-accounts';
import { PostgresSessions } from '#access/postgres/postgres-sessions';
import { PostgresTryCounts } from '#access/postgres/postgres-try-counts';
import { NoPrincipals, Principals } from '#access/principals';
import { SessionPrincipals } from '#access/session-principals';
import { Sessions } from '#access/sessions';
import { SignIn } from '#access/sign-in';
import { SignedPrincipals } from '#access/signed-principals';
import { Database } from '#persistence/database';
import { DemoMode } from '#platform/demo-mode';
import { Clock } from '#platform/time/clock';
import { CadreTokens } from '#vault/cadre-token';
import { Sealer } from '#vault/sealer';

/** A browser's session cookie, or the signature of the process that looked at one. In a demo also the demo's header. */
export type Believed = 'sessions' | 'signatures';

/** Sign-in on PostgreSQL. Needs Database, Sealer, CadreTokens, Clock and DemoMode beside it. */
export function accessProviders(believed: Believed): FactoryProvider[] {
  return [
    {
      provide: Accounts,
      useFactory: (database: Database, sealer: Sealer) => new PostgresAccounts(database, sealer),
      inject: [Database, Sealer],
    },
    { provide: Sessions, useFactory: (database: Database) => new PostgresSessions(database), inject: [Database] },
    {
      provide: SignIn,
      useFactory: (database: Database, tokens: CadreTokens, accounts: Accounts, sessions: Sessions) =>
        new SignIn(new PostgresTryCounts(database, tokens.subKey('failed-try')), accounts, sessions),
      inject: [Database, CadreTokens, Accounts, Sessions],
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
