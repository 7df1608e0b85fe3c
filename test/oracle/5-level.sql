-- The level is what was known (risk-model 7): a recursion over log positions, of all ledgers together.

-- E at a position is the least of any way of joining that held from there on (decision 0026).
CREATE PROCEDURE ask_level(positions regclass) LANGUAGE plpgsql AS $$
BEGIN
  TRUNCATE asked;
  EXECUTE format($ask$
    INSERT INTO asked (ledger, sight, day, links)
    SELECT DISTINCT ledger, sight, asking.day, later.links
    FROM %s AS asking JOIN sight USING (ledger, pos) JOIN way AS later USING (ledger)
    WHERE NOT sight.known AND later.pos >= asking.pos
  $ask$, positions);
  ANALYZE asked;
END $$;

-- From each position to the day of the next, the last to the end of the history.
CREATE TABLE stretch AS
SELECT ledger, pos, day, coalesce(lead(day) OVER (PARTITION BY ledger ORDER BY pos), (SELECT ends FROM horizon)) AS next_day FROM moment;

CREATE TABLE ends_of_stretches AS
SELECT ledger, pos, day FROM stretch UNION SELECT ledger, pos, next_day FROM stretch;
CALL ask_level('ends_of_stretches');
CREATE TABLE least_score AS
SELECT sight.ledger, pos, day, min(points) AS points FROM scored JOIN sight USING (sight) GROUP BY sight.ledger, pos, day;
CREATE INDEX ON least_score (ledger, pos, day);

-- The first day of a stretch on which E is below the exit of a level; E does not rise inside a stretch, so bisection finds it.
CREATE TABLE below AS
SELECT ledger, pos, level, leave,
  CASE WHEN first.points < leave THEN stretch.day - 1 ELSE stretch.day END AS above_on,
  CASE WHEN first.points < leave THEN stretch.day WHEN last.points < leave THEN next_day END AS below_on
FROM stretch
JOIN least_score AS first USING (ledger, pos, day)
JOIN least_score AS last USING (ledger, pos), level
WHERE last.day = next_day;

CREATE PROCEDURE find_days_below() LANGUAGE plpgsql AS $$
BEGIN
  CREATE TEMP TABLE middle AS SELECT ledger, pos, above_on AS day FROM below WHERE false;
  LOOP
    TRUNCATE middle;
    INSERT INTO middle SELECT DISTINCT ledger, pos, (above_on + below_on) / 2 FROM below WHERE below_on - above_on > 1;
    EXIT WHEN NOT FOUND;
    CALL ask_level('middle');
    UPDATE below SET
      above_on = CASE WHEN points < leave THEN above_on ELSE found.day END,
      below_on = CASE WHEN points < leave THEN found.day ELSE below_on END
    FROM (SELECT sight.ledger, pos, day, min(points) AS points FROM scored JOIN sight USING (sight) GROUP BY sight.ledger, pos, day) AS found
    WHERE found.ledger = below.ledger AND found.pos = below.pos AND found.day = (above_on + below_on) / 2 AND below_on - above_on > 1;
  END LOOP;
END $$;
CALL find_days_below();

-- Level and day of entry after each position: step down to its day by E before it, then up as far as E with it allows.
CREATE TABLE lived AS
WITH RECURSIVE lived (ledger, pos, day, level, entered) AS (
  SELECT ledger, 0, 0, 0, 0 FROM last_moment
  UNION ALL
  SELECT lived.ledger, stretch.pos, stretch.day, greatest(down.level, up.level), CASE WHEN up.level > down.level THEN stretch.day ELSE entered END
  FROM lived
  JOIN stretch USING (ledger)
  JOIN least_score AS with_it USING (ledger)
  LEFT JOIN least_score AS before ON before.ledger = lived.ledger AND before.pos = lived.pos AND before.day = stretch.day
  CROSS JOIN LATERAL (
    SELECT CASE WHEN stretch.day < entered + dwell THEN lived.level
      ELSE coalesce((SELECT max(level) FROM level WHERE level <= lived.level AND before.points >= leave), 0) END AS level FROM setting
  ) AS down
  CROSS JOIN LATERAL (SELECT coalesce(max(level), 0) AS level FROM level WHERE with_it.points >= enter) AS up
  WHERE stretch.pos = lived.pos + 1 AND with_it.pos = stretch.pos AND with_it.day = stretch.day
)
SELECT * FROM lived WHERE pos > 0;

-- Down by time: on the first day on which E is below the exit and the dwell is over, also on the day of the next entry, before it.
CREATE TABLE fallen AS
SELECT ledger, lived.pos, greatest(below_on, entered + dwell) AS day, below.level - 1 AS level
FROM lived JOIN below USING (ledger, pos) JOIN stretch USING (ledger, pos), setting
WHERE below.level <= lived.level AND below_on IS NOT NULL AND greatest(below_on, entered + dwell) <= next_day;
CALL ask_level('fallen');

-- Day and level after the last step of each day on which the level ended otherwise than the day before, and the E it went by.
CREATE TABLE history AS
WITH
  step AS (
    SELECT lived.ledger, lived.pos, lived.day, lived.level, points, false AS by_time FROM lived JOIN least_score USING (ledger, pos, day)
    UNION ALL
    SELECT fallen.ledger, fallen.pos, fallen.day, fallen.level, points, true
    FROM fallen
    JOIN (SELECT sight.ledger, pos, day, min(points) AS points FROM scored JOIN sight USING (sight) GROUP BY sight.ledger, pos, day) AS asked
      USING (ledger, pos, day)
  ),
  told AS (SELECT *, lag(level, 1, 0) OVER (PARTITION BY ledger ORDER BY pos, by_time, level DESC) AS before FROM step),
  of_day AS (
    SELECT DISTINCT ON (ledger, day) ledger, day, level, points
    FROM told WHERE level <> before ORDER BY ledger, day, pos DESC, by_time DESC, level
  )
SELECT ledger, day, level, points
FROM (SELECT *, lag(level, 1, 0) OVER (PARTITION BY ledger ORDER BY day) AS before FROM of_day) AS followed
WHERE level <> before;
CREATE INDEX ON history (ledger, day);
