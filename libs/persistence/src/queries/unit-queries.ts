import type { Database, Scope } from '#persistence/database';

export interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly category: string;
}

export class UnitQueries {
  constructor(private readonly database: Database) {}

  /** By code. */
  async list(scope: Scope): Promise<readonly UnitRow[]> {
    return this.database.readAs(scope, async (reading) =>
      reading.query<UnitRow>('SELECT code, name, category FROM console.unit ORDER BY code'),
    );
  }

  async find(scope: Scope, code: string): Promise<UnitRow | undefined> {
    const [row] = await this.database.readAs(scope, async (reading) =>
      reading.query<UnitRow>('SELECT code, name, category FROM console.unit WHERE code = $1', [code]),
    );
    return row;
  }
}
