import type { Channel } from '#domain/risk/policy';
import { masksWith } from '#persistence/channel-mask';
import type { Database, Reading, Scope } from '#persistence/database';

/** A cadre with the stored reading and the post held today; days as text. Without a reading its numbers are null. */
export interface CadreListRow {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly post: string | null;
  readonly unit_code: string | null;
  readonly unit_name: string | null;
  readonly e_milli: number | null;
  readonly p_milli: number | null;
  /** Place among the levels, as it is shown: of E, or of the floor where that is higher. */
  readonly level: number | null;
  readonly entered_on: string | null;
  readonly as_of: string | null;
  readonly blocked_by: string | null;
  /** Place among the levels of the measure in force, and its last day; null without one. */
  readonly floor: number | null;
  readonly floor_until: string | null;
}

/** The place of a row in the list: level and P falling, then the id. */
export interface CadrePlace {
  readonly level: number;
  readonly p: number;
  readonly id: string;
}

/** What is undefined does not matter. */
export interface CadreFilters {
  readonly level?: number;
  /** Who holds a post in its tree today, with that post: what is seen by a person whose scope this unit is. */
  readonly unit?: string;
  readonly category?: string;
  /** Who has a contribution of this channel today. */
  readonly channel?: Channel;
}

export interface CadreListing extends CadreFilters {
  /** Only what comes after this place. */
  readonly after?: CadrePlace;
  readonly limit: number;
}

export interface PostRow {
  readonly post_code: string;
  readonly title: string;
  readonly unit_code: string;
  readonly unit_name: string;
  readonly factors: string[];
  readonly from_day: string;
  readonly left_day: string | null;
}

export interface StandingRow {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** Packed state of the subject; null without a reading. */
  readonly state: string | null;
  readonly blocked_by: string | null;
}

/** Of the same category, in units of the same size. */
export interface PeersSought {
  readonly category: string;
  /** Cadres in post, both included; null without an end. */
  readonly from: number;
  readonly to: number | null;
}

export interface PeersRow {
  readonly count: number;
  readonly quartiles: readonly number[];
}

const HIGHEST_LEVEL = 4;

const HELD_TODAY = 'held.from_day <= console.today() AND (held.left_day IS NULL OR held.left_day > console.today())';

const ROW = `id, name, category, post, unit_code, unit_name, e_milli, p_milli, level,
  entered_on::text AS entered_on, as_of::text AS as_of, blocked_by, floor, floor_until::text AS floor_until`;

/** What the console asks about cadres, from its views alone; who is out of scope is not there. */
export class CadreQueries {
  constructor(private readonly database: Pick<Database, 'readAs'>) {}

  /** In the order of CadrePlace. Level by level, so that the first pages, which are the ones read, need the index alone. */
  async list(scope: Scope, { level, unit, after, ...listing }: CadreListing): Promise<readonly CadreListRow[]> {
    const highest = Math.min(level ?? HIGHEST_LEVEL, after?.level ?? HIGHEST_LEVEL);
    const work = async (reading: Reading): Promise<readonly CadreListRow[]> => {
      const rows: CadreListRow[] = [];
      for (let each = highest; each >= (level ?? 0) && rows.length < listing.limit; each -= 1) {
        const from = each === after?.level ? after : undefined;
        rows.push(...(await listLevel(reading, each, { ...listing, limit: listing.limit - rows.length, after: from })));
      }
      return rows;
    };
    return this.database.readAs(scope, work, unit);
  }

  /** How many fit, counted as far as `most`. */
  async count(scope: Scope, { level, unit, ...sought }: CadreFilters, most: number): Promise<number> {
    const work = async (reading: Reading): Promise<number> => {
      const [row] = await reading.query<{ count: number }>(
        `SELECT count(*)::int AS count
           FROM (SELECT FROM console.standing WHERE ${FITS} AND ${ofLevel(level, sought.channel)} LIMIT $4) found`,
        [...parametersOf(sought), level ?? null, most],
      );
      return row?.count ?? 0;
    };
    return this.database.readAs(scope, work, unit);
  }

  async standing(scope: Scope, id: string): Promise<StandingRow | undefined> {
    const [row] = await this.ask<StandingRow>(
      scope,
      'SELECT id, name, category, state, blocked_by FROM console.standing WHERE id = $1',
      id,
    );
    return row;
  }

  /** Latest first. */
  async posts(scope: Scope, id: string): Promise<readonly PostRow[]> {
    return this.ask<PostRow>(
      scope,
      `SELECT post_code, title, unit_code, unit_name, factors, from_day::text AS from_day, left_day::text AS left_day
         FROM console.post_held WHERE cadre_id = $1 ORDER BY console.post_held.from_day DESC, post_code`,
      id,
    );
  }

  /** How many cadres hold a post in the unit of this one's post today, this one too; 0 where no post is held. */
  async inPostBeside(scope: Scope, id: string): Promise<number> {
    const [row] = await this.ask<{ count: number }>(
      scope,
      `SELECT count(DISTINCT held.cadre_id)::int AS count FROM console.post_held held
        WHERE held.unit_code = (SELECT unit_code FROM console.cadre WHERE id = $1) AND ${HELD_TODAY}`,
      id,
    );
    return row?.count ?? 0;
  }

  /** E of today of those of a category in units with so many cadres in post, by quarters. */
  async quartiles(scope: Scope, { category, from, to }: PeersSought): Promise<PeersRow> {
    const rows = await this.database.readAs(scope, async (reading) =>
      reading.query<PeersRow>(
        `WITH held AS MATERIALIZED (SELECT DISTINCT unit_code, cadre_id FROM console.post_held held WHERE ${HELD_TODAY}),
              sized AS MATERIALIZED (SELECT unit_code FROM held GROUP BY unit_code HAVING count(*) >= $2 AND ($3::int IS NULL OR count(*) <= $3))
         SELECT count(*)::int AS count,
                coalesce(percentile_disc(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY coalesce(e_milli, 0)), '{}') AS quartiles
           FROM console.standing
          WHERE category = $1 AND id IN (SELECT cadre_id FROM held JOIN sized USING (unit_code))`,
        [category, from, to],
      ),
    );
    return rows[0] ?? { count: 0, quartiles: [] };
  }

  private async ask<Row>(scope: Scope, sql: string, id: string): Promise<Row[]> {
    return this.database.readAs(scope, async (reading) => reading.query<Row>(sql, [id]));
  }
}

type Sought = Pick<CadreFilters, 'category' | 'channel'>;

const FITS = '($1::text IS NULL OR category = $1) AND ($2::smallint[] IS NULL OR channels = ANY ($2))';

const parametersOf = ({ category, channel }: Sought): unknown[] => [category ?? null, channel === undefined ? null : masksWith(channel)];

/** Who has no reading has no channel, and is found without the index. */
const ofLevel = (level: number | undefined, channel: Channel | undefined): string =>
  level === 0 && channel === undefined ? 'coalesce(level, 0) = $3' : '($3::smallint IS NULL OR level = $3)';

type LevelListing = Omit<CadreListing, 'level' | 'unit'>;

async function listLevel(reading: Reading, level: number, { after, limit, ...sought }: LevelListing): Promise<CadreListRow[]> {
  return reading.query<CadreListRow>(
    `WITH page AS (
       SELECT id FROM console.standing
        WHERE ${FITS} AND ${ofLevel(level, sought.channel)}
          AND ($4::int IS NULL OR coalesce(p_milli, 0) < $4 OR (coalesce(p_milli, 0) = $4 AND id > $5))
        ORDER BY coalesce(p_milli, 0) DESC, id LIMIT $6)
     SELECT ${ROW}
       FROM page
       JOIN console.cadre USING (id)
       LEFT JOIN (SELECT subject, nullif(shown_floor, 0) AS floor, floor_until FROM console.reading) in_force ON subject = id
      ORDER BY coalesce(p_milli, 0) DESC, id`,
    [...parametersOf(sought), level, after?.p ?? null, after?.id ?? '', limit],
  );
}
