import type { Database, Scope } from '#persistence/database';

export interface ClueCheckListRow {
  readonly cadre_id: string;
  readonly cadre_name: string;
  readonly level: string;
  readonly e_milli: number;
  readonly day: string;
  readonly cause: string;
}

/** The place of a row in the list: the day, then cadre and cause. */
export interface ClueCheckPlace {
  readonly day: string;
  readonly cadre: string;
  readonly cause: string;
}

/** Who waits for a look for the clue. */
export class ClueCheckQueries {
  constructor(private readonly database: Database) {}

  /** In the order of ClueCheckPlace, the longest waiting first. */
  async list(scope: Scope, after: ClueCheckPlace | undefined, limit: number): Promise<readonly ClueCheckListRow[]> {
    return this.database.readAs(scope, async (reading) =>
      reading.query<ClueCheckListRow>(
        `SELECT cadre_id, cadre_name, level, e_milli, day::text AS day, cause
         FROM console.clue_check
        WHERE $1::date IS NULL OR (clue_check.day, cadre_id, cause) > ($1::date, $2::text, $3::uuid)
        ORDER BY clue_check.day, cadre_id, cause LIMIT $4`,
        [after?.day ?? null, after?.cadre ?? null, after?.cause ?? null, limit],
      ),
    );
  }
}
