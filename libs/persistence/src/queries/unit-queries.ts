import type { Database, Scope } from '#persistence/database';

/** A unit with its stored reading; days as text. Without a reading its numbers are null. */
export interface UnitListRow {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly parent_code: string | null;
  readonly e_milli: number | null;
  readonly p_milli: number | null;
  /** Place among the levels. */
  readonly level: number | null;
  readonly entered_on: string | null;
  readonly as_of: string | null;
  readonly blocked_by: string | null;
}

export interface UnitStandingRow {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly parent_code: string | null;
  /** Null for the top of a tree, and for one whose parent is out of scope. */
  readonly parent_name: string | null;
  /** Packed state of the subject; null without a reading. */
  readonly state: string | null;
  readonly blocked_by: string | null;
}

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly level: number;
  /** The day of the level; null without a reading. */
  readonly as_of: string | null;
}

/** What the console asks about units, from its views alone; what is out of scope is not there. */
export class UnitQueries {
  constructor(private readonly database: Database) {}

  /** By code. */
  async list(scope: Scope): Promise<readonly UnitListRow[]> {
    return this.ask<UnitListRow>(
      scope,
      `SELECT code, name, category, parent_code, e_milli, p_milli, level, entered_on::text AS entered_on, as_of::text AS as_of, blocked_by
         FROM console.unit_standing ORDER BY code`,
    );
  }

  async find(scope: Scope, code: string): Promise<UnitStandingRow | undefined> {
    const [row] = await this.ask<UnitStandingRow>(
      scope,
      `SELECT own.code, own.name, own.category, own.parent_code, parent.name AS parent_name, own.state, own.blocked_by
         FROM console.unit_standing own LEFT JOIN console.unit parent ON parent.code = own.parent_code WHERE own.code = $1`,
      code,
    );
    return row;
  }

  /** Who holds a post of the unit today, by post and name. */
  async members(scope: Scope, code: string): Promise<readonly MemberRow[]> {
    return this.ask<MemberRow>(
      scope,
      `SELECT standing.id, standing.name, held.title AS post, coalesce(standing.level, 0)::int AS level, standing.as_of::text AS as_of
         FROM console.post_held held JOIN console.standing ON standing.id = held.cadre_id
        WHERE held.unit_code = $1 AND held.from_day <= console.today() AND (held.left_day IS NULL OR held.left_day > console.today())
        ORDER BY held.post_code, standing.name, standing.id`,
      code,
    );
  }

  private async ask<Row>(scope: Scope, sql: string, ...parameters: readonly string[]): Promise<Row[]> {
    return this.database.readAs(scope, async (reading) => reading.query<Row>(sql, parameters));
  }
}
