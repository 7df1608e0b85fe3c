import { type DynamicModule, Global, type InjectionToken, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DemoPrincipals } from '#access/demo-principals';
import { PostgresReadLog } from '#access/postgres/postgres-read-log';
import { PostgresReadTasks } from '#access/postgres/postgres-read-tasks';
import { Principals } from '#access/principals';
import { ReadLog, ReadTasks } from '#access/read-log';
import { SensitiveReadsModule } from '#access/sensitive-reads';
import { EventLog } from '#messaging/event-log';
import { Database } from '#persistence/database';
import { DemoMode } from '#platform/demo-mode';
import { serve } from '#platform/http/serve';
import { Clock } from '#platform/time/clock';
import { SEALER_OF_TESTS } from '#testing/resolver-on-postgres';
import { CadreTokens } from '#vault/cadre-token';
import { Sealer } from '#vault/sealer';

/** Stands still until a test moves it. */
export class FixedClock extends Clock {
  constructor(public at: Date) {
    super();
  }

  override now(): Date {
    return this.at;
  }
}

export interface GivenServices {
  readonly database: Database;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly demo: boolean;
  readonly tokens: CadreTokens;
}

export interface StartedApp {
  readonly url: string;
  readonly app: NestFastifyApplication;
  close(): Promise<void>;
}

@Global()
@Module({})
class GivenModule {
  static of(given: GivenServices, roots: readonly Type[]): DynamicModule {
    const services: readonly (readonly [InjectionToken, unknown])[] = [
      [Database, given.database],
      [EventLog, given.log],
      [Clock, given.clock],
      [DemoMode, new DemoMode(given.demo)],
      [CadreTokens, given.tokens],
      [Sealer, SEALER_OF_TESTS],
      [Principals, new DemoPrincipals()],
      [ReadLog, new PostgresReadLog(given.database)],
      [ReadTasks, new PostgresReadTasks(given.database)],
    ];
    const providers = services.map(([provide, useValue]) => ({ provide, useValue }));
    return { module: GivenModule, imports: [SensitiveReadsModule, ...roots], providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** Serves root modules over HTTP as a process does, with the services of the test; the caller closes them. */
export async function startApp(roots: readonly Type[], given: GivenServices): Promise<StartedApp> {
  const app = await serve({ app: 'in a test', root: GivenModule.of(given, roots), port: 0 });
  return { url: await app.getUrl(), app, close: async () => app.close() };
}
