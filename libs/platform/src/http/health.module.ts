import { type DynamicModule, type InjectionToken, Module } from '@nestjs/common';
import { type HealthCheck, HealthChecks, HealthController } from '#platform/http/health.controller';

/** GET /health/live and /health/ready. */
@Module({})
export class HealthModule {
  /** @param checksOf makes the checks from what `inject` names */
  static with<T>(inject: InjectionToken<T>, checksOf: (service: T) => readonly HealthCheck[]): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: HealthChecks, useFactory: (service: T) => new HealthChecks(checksOf(service)), inject: [inject] }],
    };
  }
}
