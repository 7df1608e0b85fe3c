import { Controller, Get, Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '#persistence/database';
import { DatabaseFault } from '#persistence/database-fault';
import { ProblemFilter } from '#platform/http/problem.filter';
import { AppLogger } from '#platform/logger';
import { describeWith, freshDatabase } from '#testing/services/local-services';

const NAME = '金丝雀';
const TOKEN = 'canary-token-5f1d';
const INSERT = 'INSERT INTO person (name, token) VALUES ($1, $2)';

@Controller()
class CanaryController {
  constructor(private readonly database: Database) {}

  @Get('twice')
  async twice(): Promise<void> {
    await this.database.query(INSERT, [NAME, TOKEN]);
  }

  @Get('in-transaction')
  async inTransaction(): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(INSERT, [`${NAME}二`, `${TOKEN}2`]);
      await tx.query(INSERT, [NAME, TOKEN]);
    });
  }

  @Get('no-number')
  async noNumber(): Promise<void> {
    await this.database.query('SELECT $1::int, $2::text', [NAME, TOKEN]);
  }

  @Get('at-commit')
  async atCommit(): Promise<void> {
    await this.database.transaction(async (tx) => void (await tx.query('INSERT INTO nickname (name) VALUES ($1)', [NAME + TOKEN])));
  }

  @Get('as-text')
  async asText(): Promise<void> {
    await this.database.query('SELECT $1::int, $2::text', [NAME, TOKEN]).catch((error: unknown) => {
      const logger = new Logger('canary');
      logger.warn(`once more: ${String(error)}`);
      logger.warn('once more', error);
    });
  }
}

describeWith(['postgres'], 'a statement that fails with a name and a token', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let app: NestFastifyApplication;
  let lines: string[];

  beforeAll(async () => {
    const fresh = await freshDatabase();
    drop = fresh.drop;
    database = await Database.connect(fresh.url, 2);
    await database.query(`CREATE TABLE person (name text PRIMARY KEY, token text NOT NULL)`);
    await database.query(`CREATE TABLE nickname (name text REFERENCES person (name) DEFERRABLE INITIALLY DEFERRED)`);
    await database.query(INSERT, [NAME, TOKEN]);
    lines = [];
    const logger = new AppLogger('canary', 'debug', { write: (line) => void lines.push(line) });
    class Root {}
    Module({ controllers: [CanaryController], providers: [{ provide: Database, useValue: database }] })(Root);
    app = await NestFactory.create<NestFastifyApplication>(Root, new FastifyAdapter(), { logger });
    app.useGlobalFilters(new ProblemFilter());
    await app.init();
  });

  beforeEach(() => lines.splice(0));

  afterAll(async () => {
    await app?.close();
    await database?.close();
    await drop?.();
  });

  it.each([
    ['twice', '23505', 'person_pkey'],
    ['in-transaction', '23505', 'person_pkey'],
    ['no-number', '22P02', undefined],
    ['at-commit', '23503', 'nickname_name_fkey'],
  ])('leaves neither in the log nor in the answer (%s)', async (path, code, constraint) => {
    const answer = await app.inject({ method: 'GET', url: `/${path}` });

    expect(answer.statusCode).toBe(503);
    expect(lines).toHaveLength(1);
    const line = JSON.parse(lines.join('')) as { err: Record<string, unknown> };
    expect(line.err).toMatchObject({ type: 'DatabaseFault', code, message: expect.stringContaining(constraint ?? code) });
    expect(Object.keys(line.err).toSorted()).toEqual(['code', 'message', 'stack', 'type']);
    expect(lines.join('') + answer.body).not.toMatch(new RegExp(`${NAME}|${TOKEN}`));
  });

  it('leaves neither where the error is told as text or beside a text', async () => {
    await app.inject({ method: 'GET', url: '/as-text' });

    expect(lines).toHaveLength(2);
    expect(lines.join('')).toContain('22P02');
    expect(lines.join('')).not.toMatch(new RegExp(`${NAME}|${TOKEN}`));
  });

  it('keeps what the driver threw away from whoever catches it', async () => {
    const fault: unknown = await database.query(INSERT, [NAME, TOKEN]).catch((error: unknown) => error);

    expect(fault).toBeInstanceOf(DatabaseFault);
    expect(fault).toMatchObject({ code: '23505', constraint: 'person_pkey' });
    expect(fault).not.toHaveProperty('cause');
  });
});
