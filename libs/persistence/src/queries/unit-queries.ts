import type { Database } from '#persistence/database';

export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly category: string;
}

export class UnitQueries {
  constructor(private readonly database: Database) {}

  /** By code. */
  async list(): Promise<readonly UnitRow[]> {
    return this.database.query<UnitRow>('SELECT code, name, category FROM console.unit ORDER BY code');
  }
}
