import type { FactoryProvider, ValueProvider } from '@nestjs/common';
import { IdentityProvider, NoIdentityProvider } from '#access/identity-provider';
import { accessProviders } from '#assembly/access.providers';
import { DemoMode } from '#platform/demo-mode';
import { CADRE_TOKENS_OF_TESTS, SEALER_OF_TESTS } from '#testing/resolver-on-postgres';
import { CadreTokens } from '#vault/cadre-token';
import { Sealer } from '#vault/sealer';

/** What sign-in wants beside Database and Clock, with the demo's people believed. */
export const ACCESS_OF_TESTS: readonly (FactoryProvider | ValueProvider)[] = [
  { provide: DemoMode, useValue: new DemoMode(true) },
  { provide: Sealer, useValue: SEALER_OF_TESTS },
  { provide: CadreTokens, useValue: CADRE_TOKENS_OF_TESTS },
  { provide: IdentityProvider, useValue: new NoIdentityProvider() },
  ...accessProviders('sessions'),
];
