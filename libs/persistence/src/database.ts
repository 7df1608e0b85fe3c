import { DataSource } from 'typeorm';
import { faultOf } from '#persistence/database-fault';
import { rowsOf } from '#persistence/rows-of';
import { MIGRATIONS } from '#persistence/migrations/index';
import { Transaction, type ReadBatch } from '#persistence/transaction';

/**
 * One PostgreSQL; every change of state goes through one of its transactions.
 * A statement that fails throws a DatabaseFault, which holds no value.
 */
export class Database {
  private constructor(private readonly source: DataSource) {}

  static async connect(url: string, poolSize = 10): Promise<Database> {
    const source = new DataSource({
      type: 'postgres',
      url,
      synchronize: false,
      migrations: MIGRATIONS,
      migrationsTableName: 'schema_change',
      installExtensions: false,
      // A lost connection is an error of the next query, never of the process.
      poolErrorHandler: () => undefined,
      extra: { max: poolSize, connectionTimeoutMillis: 10_000, statement_timeout: 60_000 },
    });
    await source.initialize();
    return new Database(source);
  }

  async query<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    try {
      const result: unknown = await this.source.query(sql, [...parameters]);
      return rowsOf<Row>(result);
    } catch (error) {
      throw faultOf(error);
    }
  }

  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.source.transaction(async (manager) =>
        work(new Transaction(async (sql, parameters) => manager.query(sql, [...parameters]))),
      );
    } catch (error) {
      // What only the commit finds out.
      throw faultOf(error);
    }
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

  async migrate(): Promise<void> {
    await this.source.runMigrations({ transaction: 'each' });
  }

  async undoLastMigration(): Promise<void> {
    await this.source.undoLastMigration({ transaction: 'each' });
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}
