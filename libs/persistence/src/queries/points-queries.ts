import type { Scheme } from '#domain/points/scheme';
import type { Database, Scope } from '#persistence/database';
import { type NamedScheme, pointsSchemeOn, pointsSchemesInForce } from '#persistence/points-schemes';

/** A subject under a scheme, with the post held today; days as text. */
export interface PointsListRow {
  readonly subject: string;
  readonly name: string;
  readonly post: string | null;
  readonly unit_name: string | null;
  readonly value: number;
  /** Place among the thresholds from 1; 0 where none is met. */
  readonly level: number;
  readonly threshold: string | null;
  readonly standing: number;
  readonly pending: number;
  readonly in_force: number;
  readonly next_change: string | null;
}

/** The place of a row in the list: the level falling, then the subject. */
export interface PointsPlace {
  readonly level: number;
  readonly subject: string;
}

export interface PointsListing {
  readonly scheme: string;
  readonly level?: number;
  /** Only where people have something to do. */
  readonly waiting: boolean;
  readonly unit?: string;
  readonly after?: PointsPlace;
  readonly limit: number;
}

/** What a person entered, and when. */
export interface PointsEntryRow {
  readonly id: string;
  readonly body: string;
  readonly note: string | null;
  readonly role: string;
  readonly at: Date;
}

/** What the console asks about points; who is out of scope is not there. */
export class PointsQueries {
  constructor(private readonly database: Pick<Database, 'readAs'>) {}

  /** The schemes that are live, by name. */
  async schemes(scope: Scope): Promise<readonly NamedScheme[]> {
    return this.database.readAs(scope, async (reading) => pointsSchemesInForce(reading));
  }

  /** The scheme of a name as it was in force on a day; undefined when none of that name is live. */
  async schemeOn(scope: Scope, name: Scheme['name'], day: string): Promise<NamedScheme | undefined> {
    return this.database.readAs(scope, async (reading) => pointsSchemeOn(reading, name, day));
  }

  /** In the order of PointsPlace. */
  async list(scope: Scope, { scheme, level, waiting, unit, after, limit }: PointsListing): Promise<readonly PointsListRow[]> {
    return this.database.readAs(
      scope,
      async (reading) =>
        reading.query<PointsListRow>(
          `WITH page AS (
             SELECT * FROM console.points
              WHERE scheme = $1 AND ($2::smallint IS NULL OR level = $2) AND (NOT $3 OR pending > 0)
                AND ($4::smallint IS NULL OR level < $4 OR (level = $4 AND subject > $5))
              ORDER BY level DESC, subject LIMIT $6)
           SELECT page.subject, coalesce(cadre.name, unit.name, page.subject) AS name, cadre.post, cadre.unit_name, value, page.level,
                  threshold, standing, pending, in_force, next_change::text AS next_change
             FROM page
             LEFT JOIN console.cadre ON cadre.id = page.subject
             LEFT JOIN console.unit ON 'unit:' || unit.code = page.subject
            ORDER BY page.level DESC, page.subject`,
          [scheme, level ?? null, waiting, after?.level ?? null, after?.subject ?? '', limit],
        ),
      unit,
    );
  }

  /** In the order in which they were entered. */
  async entries(scope: Scope, subject: string, scheme: string): Promise<readonly PointsEntryRow[]> {
    return this.database.readAs(scope, async (reading) =>
      reading.query<PointsEntryRow>(
        'SELECT id, body, note, role, at FROM console.points_entry WHERE subject = $1 AND scheme = $2 ORDER BY place',
        [subject, scheme],
      ),
    );
  }
}
