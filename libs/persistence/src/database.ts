import type { Client } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { faultOf, isAnswerLate } from '#persistence/database-fault';
import { rowsOf } from '#persistence/rows-of';
import { MIGRATIONS } from '#persistence/migrations/index';
import { shipFirstPolicy } from '#persistence/ship-policy';
import { type ReadBatch, type Rows, Transaction } from '#persistence/transaction';

/** A statement that PostgreSQL itself gives up is told by PostgreSQL; only a peer that is gone says nothing. */
const ANSWER_GRACE_MS = 5_000;

/** What may be read: the tree under the unit of this code; null: everything. */
export type Scope = string | null;

/** Inside a scope one can ask, and nothing else. */
export type Reading = Rows;

/** Compiling costs more than it saves on what readers wait for. */
const ENTER_WHOLE = `SELECT set_config('role', 'liuqu_console_all', true), set_config('jit', 'off', true)`;
const ENTER_SCOPE = `SELECT set_config('role', 'liuqu_console', true), set_config('jit', 'off', true),
  set_config('liuqu.scope', coalesce((SELECT path FROM resolver.unit WHERE code = $1), ''), true)`;
/** Said by who reads already: of a unit that the scope does not hold, nothing is left. */
const NARROW = `SELECT set_config('role', 'liuqu_console', true),
  set_config('liuqu.scope', coalesce((SELECT path FROM resolver.unit WHERE code = $1), ''), true)`;

/**
 * One PostgreSQL; every change of state goes through one of its transactions.
 * A statement that fails throws a DatabaseFault, which holds no value.
 */
export class Database {
  private constructor(private readonly source: DataSource) {}

  /** @param longestStatementMs how long PostgreSQL may work on one statement; an answer is waited for a little longer */
  static async connect(url: string, poolSize = 10, longestStatementMs = 60_000): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      synchronize: false,
      migrations: MIGRATIONS,
      migrationsTableName: 'schema_change',
      installExtensions: false,
      // A lost connection is an error of the next query, never of the process.
      poolErrorHandler: () => undefined,
      extra: {
        max: poolSize,
        connectionTimeoutMillis: 10_000,
        statement_timeout: longestStatementMs,
        query_timeout: longestStatementMs + ANSWER_GRACE_MS,
        keepAlive: true,
      },
    });
    await source.initialize();
    return new Database(source);
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.withConnection(async (runner) => rowsOf<Row>(await ask(runner, sql, parameters)));
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.withConnection(async (runner) =>
      runner.manager.transaction(async () => work(new Transaction(async (sql, parameters) => ask(runner, sql, parameters)))),
    );
  }

  /**
   * Reads as a person: row-level security shows the tree under the unit of the scope, and nothing of a unit that does not exist.
   * Role and scope are those of one transaction on one connection, and end with it.
   * @param unit only what a person sees whose scope is this unit, as far as the own scope holds it
   */
  async readAs<T>(scope: Scope, work: (reading: Reading) => Promise<T>, unit?: string): Promise<T> {
    return this.transaction(async (tx) => {
      await (scope === null ? tx.query(ENTER_WHOLE) : tx.query(ENTER_SCOPE, [scope]));
      if (unit !== undefined) await tx.query(NARROW, [unit]);
      return work(tx);
    });
  }

  /** A transaction that stores rows and can do nothing else: it moves no offset of a group, announces nothing and parks nothing. */
  async storeRows<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    return this.transaction(async (tx) => work({ query: async (sql, parameters) => tx.query(sql, parameters) }));
  }

  /** Everything that is asked is of one moment: that of the first question. */
  async readMoment<T>(work: (rows: Rows) => Promise<T>): Promise<T> {
    return this.transaction(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      return work({ query: async (sql, parameters) => tx.query(sql, parameters) });
    });
  }

  /**
   * Works while nobody else of this database does under the same name. The lock lasts as long as its connection, so what must not
   * happen twice fences itself besides.
   * @returns false when somebody else does; nothing was done then
   */
  async alone(name: string, work: () => Promise<void>): Promise<boolean> {
    return this.withConnection(async (runner) => {
      const key = 'hashtextextended($1, 0)';
      const [row] = rowsOf<{ held: boolean }>(await ask(runner, `SELECT pg_try_advisory_lock(${key}) AS held`, [name]));
      if (row?.held !== true) return false;
      try {
        await work();
      } finally {
        await ask(runner, `SELECT pg_advisory_unlock(${key})`, [name]).catch(() => undefined);
      }
      return true;
    });
  }

  /**
   * Stores what a batch brings and its next offset in one transaction, so that the batch takes effect once.
   * @throws OffsetMoved when another owner of the partition was there first; nothing is stored then
   */
  async consume(batch: ReadBatch, work: (tx: Transaction) => Promise<void>): Promise<void> {
    await this.transaction(async (tx) => {
      await tx.advance(batch);
      await work(tx);
    });
  }

  /** Brings the schema to what this version needs; a new installation gets the policy that it starts with. */
  async migrate(): Promise<void> {
    await this.source.runMigrations({ transaction: 'each' });
    await this.transaction(shipFirstPolicy);
  }

  async undoLastMigration(): Promise<void> {
    await this.source.undoLastMigration({ transaction: 'each' });
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  private async withConnection<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      return await work(runner);
    } catch (error) {
      await hangUpIfMute(runner, error);
      throw faultOf(error);
    } finally {
      await runner.release();
    }
  }
}

async function ask(runner: QueryRunner, sql: string, parameters: readonly unknown[]): Promise<unknown> {
  try {
    const answer: unknown = await runner.query(sql, [...parameters]);
    return answer;
  } catch (error) {
    // Before the roll-back, which would wait as long again.
    await hangUpIfMute(runner, error);
    throw error;
  }
}

/** The driver would hand a connection that owes an answer to the next caller, who would wait behind it. */
async function hangUpIfMute(runner: QueryRunner, error: unknown): Promise<void> {
  if (!isAnswerLate(error)) return;
  const connection = (await runner.connect()) as Client;
  void connection.end().catch(() => undefined);
}
