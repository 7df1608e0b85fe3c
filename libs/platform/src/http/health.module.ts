import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import { type HealthCheck, HealthChecks, HealthController } from '#platform/http/health.controller';

/** GET /health/live and /health/ready. */
@Module({})
export class HealthModule {
  /** @param checks makes the checks from what it injects */
  static with(checks: Pick<FactoryProvider<readonly HealthCheck[]>, 'useFactory' | 'inject'>): DynamicModule {
    const useFactory = async (...services: unknown[]): Promise<HealthChecks> => new HealthChecks(await checks.useFactory(...services));
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: HealthChecks, useFactory, inject: checks.inject ?? [] }],
    };
  }
}
