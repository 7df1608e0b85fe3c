import type { Database } from '#persistence/database';

/**
 * A county of 100,000 cadres in 60 towns, each with one post held today, one before, and a reading; few stand high, few are in the
 * media, and the public speaks of many.
 */
const STEPS = [
  `INSERT INTO resolver.unit (code, name, parent_code, category) VALUES ('C', '示例县', NULL, 'county')`,
  `INSERT INTO resolver.unit (code, name, parent_code, category)
     SELECT 'T' || n, '示例镇' || n, 'C', 'township' FROM generate_series(1, 60) n`,
  `INSERT INTO resolver.post (code, unit_code, title, factors) SELECT 'P' || n, 'T' || n, '科员', '{general}' FROM generate_series(1, 60) n`,
  `INSERT INTO resolver.cadre (id, token, name, category)
     SELECT 'cadre:' || n, 't' || n, '样本' || n, ('{一把手,组织人事,财务经济,执法执纪,行政管理,其他}'::text[])[1 + n::bigint * 104729 % 99991 % 6] FROM generate_series(1, 100000) n`,
  `INSERT INTO resolver.post_history (cadre_id, post_code, from_day, left_day)
     SELECT 'cadre:' || n, 'P' || (1 + (n + held.before) % 60), held.from_day, held.left_day
       FROM generate_series(1, 100000) n,
            (VALUES (0, DATE '2024-01-01', NULL::date), (7, DATE '2020-01-01', DATE '2024-01-01')) held (before, from_day, left_day)`,
  `INSERT INTO projector.reading (slot, subject, state, e_milli, p_milli, level, entered_on, as_of, last_event, shown_e, shown_p, shown_level, shown_on, shown_channels)
     SELECT 'a', 'cadre:' || n, '{}', e, p, level, '2026-01-01', '2026-06-01', gen_random_uuid(), e, p, level, '2026-06-01',
            CASE WHEN chance % 100 = 0 THEN 32 ELSE 0 END + CASE WHEN chance % 3 = 0 THEN 16 ELSE 0 END
       FROM (SELECT n, n % 100 * 1000 AS e, (n::bigint * 7919 % 100000)::int AS p, n::bigint * 104729 % 99991 AS chance,
                    CASE WHEN n % 1000 = 0 THEN 4 WHEN n % 200 = 0 THEN 3 WHEN n % 50 = 0 THEN 2 WHEN n % 10 = 0 THEN 1 ELSE 0 END AS level
               FROM generate_series(1, 100000) n) told`,
  'VACUUM ANALYZE',
];

export const COUNTY = 'C';
export const TOWN = 'T7';

export async function registerManyCadres(database: Database): Promise<void> {
  for (const step of STEPS) await database.query(step);
}
