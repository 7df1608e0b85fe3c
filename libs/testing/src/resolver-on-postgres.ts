import { type DynamicModule, Global, type InjectionToken, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEMO_PRINCIPAL_HEADER, DemoPrincipals } from '#access/demo-principals';
import { PostgresReadLog } from '#access/postgres/postgres-read-log';
import { PostgresReadTasks } from '#access/postgres/postgres-read-tasks';
import { Principals, type Role } from '#access/principals';
import { ReadLog, ReadTasks } from '#access/read-log';
import { SensitiveReadsModule } from '#access/sensitive-reads';
import { riskFact, type RiskFact } from '#contracts/risk/risk-facts';
import { OutboxRelays } from '#messaging/postgres/outbox-relays';
import { Database } from '#persistence/database';
import { serve } from '#platform/http/serve';
import { Clock } from '#platform/time/clock';
import { freshDatabase } from '#testing/services/local-services';
import { CadreTokens } from '#vault/cadre-token';
import { Sealer } from '#vault/sealer';

/** Whoever reads one thing says what for. */
export const FOR_A_REASON = { 'liuqu-purpose': 'daily-supervision', 'liuqu-reason': encodeURIComponent('核对来件的对象') };

const PATIENCE_MS = 30_000;

export const SEALER_OF_TESTS = new Sealer(Buffer.alloc(32, 5));
export const CADRE_TOKENS_OF_TESTS = new CadreTokens(Buffer.alloc(32, 7));

class NoonClock extends Clock {
  override now(): Date {
    return new Date('2026-06-01T12:00:00+08:00');
  }
}

/** Remembers whose outbox would be sent; what is in it stays there for the test to read. */
export class FakeOutboxRelays {
  readonly running = new Set<string>();

  start(writer: string): { stop(): Promise<void> } {
    this.running.add(writer);
    return { stop: async () => void this.running.delete(writer) };
  }
}

export interface ResolverAnswer {
  readonly status: number;
  /** Media type, without its parameters. */
  readonly type: string | undefined;
  readonly body: Record<string, unknown>;
}

export interface StartedResolver {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly tokens: CadreTokens;
  readonly relays: FakeOutboxRelays;
  /** @param who a role, or after an `@` the unit whose tree that person sees */
  ask(method: string, path: string, who: Role | `${Role}@${string}`, body?: unknown): Promise<ResolverAnswer>;
  /** Reads a file in as the system administrator does. */
  readIn(file: string, csv: string | Buffer): Promise<ResolverAnswer>;
  /** All facts that have been announced, in order, each checked against its contract. */
  announced(): Promise<readonly RiskFact[]>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

@Global()
@Module({})
class GivenModule {
  static of(given: readonly (readonly [InjectionToken, unknown])[], roots: readonly Type[]): DynamicModule {
    const providers = given.map(([provide, useValue]) => ({ provide, useValue }));
    return { module: GivenModule, imports: [SensitiveReadsModule, ...roots], providers, exports: providers.map(({ provide }) => provide) };
  }
}

/** The resolver's root module over HTTP, on a database of its own. It is noon on 2026-06-01 in Asia/Shanghai. */
export async function startResolver(root: Type): Promise<StartedResolver> {
  const fresh = await freshDatabase();
  const database = await Database.connect(fresh.url, 6);
  await database.migrate();
  const given = {
    database,
    sealer: SEALER_OF_TESTS,
    tokens: CADRE_TOKENS_OF_TESTS,
    relays: new FakeOutboxRelays(),
  };
  const services: readonly (readonly [InjectionToken, unknown])[] = [
    [Database, given.database],
    [Sealer, given.sealer],
    [CadreTokens, given.tokens],
    [OutboxRelays, given.relays],
    [Clock, new NoonClock()],
    [Principals, new DemoPrincipals()],
    [ReadLog, new PostgresReadLog(database)],
    [ReadTasks, new PostgresReadTasks(database)],
  ];
  const app = await serve({ app: 'in a test', root: GivenModule.of(services, [root]), port: 0 });
  const url = await app.getUrl();
  return {
    ...given,
    ask: async (method, path, who, body) => {
      const headers = { 'content-type': 'application/json', [DEMO_PRINCIPAL_HEADER]: who, ...FOR_A_REASON };
      return answerOf(await fetchFrom(url + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }));
    },
    readIn: async (file, csv) => {
      const headers = { 'content-type': 'text/csv', [DEMO_PRINCIPAL_HEADER]: 'system-administrator' };
      const body = typeof csv === 'string' ? csv : new Uint8Array(csv);
      return answerOf(await fetchFrom(`${url}/api/v1/registry/${file}`, { method: 'PUT', headers, body }));
    },
    announced: async () => {
      const rows = await database.query<{ data: string }>(`SELECT data FROM log.outbox WHERE writer = 'signal-resolver' ORDER BY id`);
      return rows.map(({ data }) => riskFact.parse(JSON.parse(data)));
    },
    empty: async () => {
      await database.query(
        'TRUNCATE log.outbox, log.consumer_offset, log.parked, resolver.unit, resolver.cadre, resolver.signal, resolver.envelope, resolver.waiting CASCADE',
      );
    },
    close: async () => closeAll(app, database, fresh),
  };
}

async function closeAll(app: NestFastifyApplication, database: Database, fresh: { drop(): Promise<void> }): Promise<void> {
  await app.close();
  await database.close();
  await fresh.drop();
}

async function fetchFrom(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
}

async function answerOf(answer: Response): Promise<ResolverAnswer> {
  return {
    status: answer.status,
    type: answer.headers.get('content-type')?.split(';')[0],
    body: (await answer.json()) as Record<string, unknown>,
  };
}
