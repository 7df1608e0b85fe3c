-- As of a day: all changes known now, over signals of days up to that day (risk-model 10); parts (6), gate (7).

TRUNCATE asked;
INSERT INTO asked (ledger, sight, day, links)
SELECT ledger, sight, until, coalesce((SELECT max(n) FROM link WHERE link.ledger = sight.ledger), 0) FROM sight WHERE known;
ANALYZE asked;

-- Largest remainder: shares of a total in proportion to weights; of equal remainders the earlier; where all weights are 0 the first takes all.
CREATE FUNCTION shares(total numeric, weights numeric[]) RETURNS TABLE (share numeric, place bigint) LANGUAGE sql IMMUTABLE AS $$
  WITH
    weighed AS (SELECT weight, place, sum(weight) OVER () AS whole FROM unnest(weights) WITH ORDINALITY AS w (weight, place)),
    filled AS (SELECT place, CASE WHEN whole > 0 THEN div(total * weight, whole) ELSE 0 END AS base,
      CASE WHEN whole > 0 THEN mod(total * weight, whole) ELSE 0 END AS remainder, whole FROM weighed),
    ranked AS (SELECT *, row_number() OVER (ORDER BY remainder DESC, place) AS rank, total - sum(base) OVER () AS rest FROM filled)
  SELECT base + CASE WHEN whole = 0 THEN CASE WHEN place = 1 THEN total ELSE 0 END WHEN rank <= rest THEN 1 ELSE 0 END, place FROM ranked
$$;

CREATE AGGREGATE product (numeric) (SFUNC = numeric_mul, STYPE = numeric);

CREATE TABLE reading AS SELECT * FROM scored;
CREATE TABLE explained_cell AS SELECT * FROM cell;
CREATE TABLE explained_matter AS SELECT * FROM in_matter;
CREATE TABLE explained_channel AS SELECT * FROM channel_odds;
CREATE TABLE explained_corroboration AS SELECT * FROM corroborated;

CREATE TABLE explained_item AS
SELECT ask, id, channel, one AS matter, s, c, checked, div(g, growth) AS decayed
FROM asked_item JOIN growth USING (h) WHERE growth.day = on_day;

CREATE TABLE part_of_channel AS
SELECT ask, names[place] AS channel, share AS part
FROM (
  SELECT ask, points, array_agg(name ORDER BY place) AS names, array_agg(weight ORDER BY place) AS weights
  FROM (
    SELECT ask, channel AS name, place, odds AS weight FROM explained_channel JOIN channel USING (channel)
    UNION ALL SELECT ask, 'corroboration', 7, corroboration FROM explained_corroboration
  ) AS listed JOIN reading USING (ask)
  GROUP BY ask, points
) AS divided, shares(points, weights);

CREATE TABLE part_of_matter AS
SELECT ask, channel, names[place] AS matter, share AS part
FROM (
  SELECT ask, channel, part, array_agg(matter ORDER BY matter) AS names, array_agg(y ORDER BY matter) AS weights
  FROM (SELECT ask, channel, matter, sum(y) AS y FROM explained_cell GROUP BY ask, channel, matter) AS listed
  JOIN part_of_channel USING (ask, channel)
  GROUP BY ask, channel, part
) AS divided, shares(part, weights);

CREATE TABLE part_of_event AS
SELECT ask, channel, matter, names[place] AS id, share AS part
FROM (
  SELECT ask, channel, matter, part, array_agg(id ORDER BY id) AS names, array_agg(decayed ORDER BY id) AS weights
  FROM explained_item JOIN part_of_matter USING (ask, channel, matter)
  WHERE c > 0
  GROUP BY ask, channel, matter, part
) AS divided, shares(part, weights);

-- Factors of the posts held on the day: the first day included, the day of leaving not; left and taken again on one day is held.
CREATE TABLE exposed AS
SELECT ask, least(product(percent * 0.01), max(exposure_most) * 0.01) AS x
FROM (
  SELECT DISTINCT ask, factor
  FROM asked JOIN standing AS held USING (ledger), jsonb_array_elements_text(held.e -> 'factors') AS factor
  WHERE held.kind = 'post-held' AND (held.e ->> 'from')::int <= asked.day AND NOT EXISTS (
    SELECT FROM standing AS gone
    WHERE gone.ledger = asked.ledger AND gone.kind = 'post-left' AND gone.e ->> 'post' = held.e ->> 'post'
      AND (gone.e ->> 'on')::int > (held.e ->> 'from')::int AND (gone.e ->> 'on')::int <= asked.day)
) AS carried JOIN factor USING (factor), setting
GROUP BY ask;

CREATE TABLE leading_matter AS SELECT DISTINCT ON (ask) ask, matter FROM explained_matter WHERE y > 0 ORDER BY ask, y DESC, matter;

-- Grounds to propose: a grave checked signal of the leading matter, or two groups that speak in one matter, not both outside.
CREATE TABLE grounded AS
SELECT ask FROM leading_matter JOIN explained_item USING (ask, matter), setting WHERE checked AND s >= gate_s
UNION
SELECT ask FROM (SELECT ask, matter, grp, sum(y) AS y FROM explained_cell GROUP BY ask, matter, grp) AS speaking, setting
WHERE y >= gate_y GROUP BY ask, matter HAVING count(*) > 1 AND bool_or(grp NOT IN ('public', 'media'));

CREATE INDEX ON explained_corroboration (ask);
CREATE INDEX ON explained_channel (ask);
CREATE INDEX ON explained_item (ask);
CREATE INDEX ON leading_matter (ask);
CREATE INDEX ON part_of_channel (ask);
CREATE INDEX ON part_of_matter (ask);
CREATE INDEX ON part_of_event (ask);

CREATE TABLE shown AS
SELECT reading.*, coalesce(x, 1) AS x, floor(coalesce(x, 1) * odds) AS exposed_odds,
  coalesce((SELECT level FROM history WHERE history.ledger = reading.ledger AND history.day <= reading.day ORDER BY history.day DESC LIMIT 1), 0) AS level
FROM reading LEFT JOIN exposed USING (ask);

-- Measures in force on the day: verified by all that is known, from their first to their last day (risk-model 7), each of which a
-- measure says itself: they are no item with a day of its own (decision 0033).
CREATE TABLE in_force AS
SELECT ask, measured.id, measured.level, last
FROM asked
JOIN (
  SELECT standing.ledger, standing.id, measure.level, first,
    coalesce((e #>> '{fields,expiry}')::date, (date '2000-01-01' + first + make_interval(months => months))::date - 1) - date '2000-01-01' AS last
  FROM standing
  JOIN signal USING (ledger, id)
  JOIN last_moment USING (ledger)
  JOIN worth ON worth.ledger = standing.ledger AND worth.pos = last_moment.pos AND worth.id = standing.id AND worth.status = 'verified'
  JOIN measure ON code = e ->> 'code' AND (measure.kind IS NULL OR measure.kind = e #>> '{fields,sanction}'),
  LATERAL (SELECT coalesce((e #>> '{fields,effectiveFrom}')::date - date '2000-01-01', signal.day) AS first) AS begun
) AS measured USING (ledger)
WHERE asked.day BETWEEN first AND last;
CREATE INDEX ON in_force (ask);

CREATE TABLE answer AS
SELECT ledger, day, jsonb_build_object(
  'day', day, 'E', points, 'P', score(exposed_odds), 'odds', odds, 'exposure', floor(x * 10000000000000000)::text,
  'level', level, 'gateOpen', level >= gate_level AND ask IN (SELECT ask FROM grounded),
  'floor', (SELECT jsonb_build_array(level, last) FROM in_force WHERE in_force.ask = shown.ask ORDER BY level DESC, last DESC, id LIMIT 1),
  'leadingMatter', (SELECT matter FROM leading_matter WHERE leading_matter.ask = shown.ask),
  'corroboration', coalesce((SELECT corroboration FROM explained_corroboration AS c WHERE c.ask = shown.ask), 0),
  'channels', coalesce((SELECT jsonb_object_agg(channel, odds) FROM explained_channel AS c WHERE c.ask = shown.ask AND odds > 0), '{}'),
  'channelParts', coalesce((SELECT jsonb_object_agg(channel, part) FROM part_of_channel AS p WHERE p.ask = shown.ask AND part > 0), '{}'),
  'matterParts', coalesce((SELECT jsonb_object_agg(channel || ' ' || matter, part) FROM part_of_matter AS p WHERE p.ask = shown.ask AND part > 0), '{}'),
  'eventParts', coalesce((SELECT jsonb_object_agg(id, part) FROM part_of_event AS p WHERE p.ask = shown.ask AND part > 0), '{}'),
  'decayed', coalesce((SELECT jsonb_object_agg(id, jsonb_build_array(c, decayed)) FROM explained_item AS i WHERE i.ask = shown.ask AND c > 0), '{}')
) AS read
FROM shown, setting;
