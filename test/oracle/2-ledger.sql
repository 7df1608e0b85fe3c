-- What was entered and what of it stands (decision 0009). Filled from `given (ledger, entries)`, a JSON array of entries each.

CREATE TABLE entry AS
SELECT ledger, pos::int, e ->> 'kind' AS kind, (e ->> 'id') COLLATE "C" AS id, (e ->> 'releasedOn')::int AS released, e
FROM given, jsonb_array_elements(entries) WITH ORDINALITY AS listed (e, pos);
CREATE UNIQUE INDEX ON entry (ledger, pos);

-- Log positions with the day of processing, not lower than that of the entry before (risk-model 7).
CREATE TABLE moment AS
SELECT ledger, pos, max(released) OVER (PARTITION BY ledger ORDER BY pos) AS day FROM entry;
CREATE UNIQUE INDEX ON moment (ledger, pos);

CREATE TABLE last_moment AS SELECT ledger, max(pos) AS pos, max(day) AS day FROM moment GROUP BY ledger;

-- A withdrawal is final; what it names is as if it had never come, at every log position.
CREATE TABLE standing AS
SELECT * FROM entry
WHERE kind <> 'withdrawal'
  AND (ledger, id) NOT IN (SELECT ledger, (e ->> 'target') COLLATE "C" FROM entry WHERE kind = 'withdrawal');

CREATE TABLE signal AS
SELECT ledger, pos, id, (e ->> 'day')::int AS day, e ->> 'channel' AS channel,
  CASE WHEN e ->> 'channel' IN ('public', 'media') AND e ->> 'group' NOT IN ('public', 'media') THEN e ->> 'channel' ELSE e ->> 'group' END AS grp,
  (e ->> 'matter') COLLATE "C" AS matter, (e ->> 's')::numeric AS s, e ->> 'grade' AS grade, e ->> 'status' AS status,
  (e ->> 'halfLife')::int AS h, coalesce((e ->> 'anonymous')::boolean, false) AS anonymous, (e ->> 'mitigation')::numeric AS percent
FROM standing WHERE kind = 'signal';
CREATE INDEX ON signal (ledger, id);

CREATE TABLE change AS
SELECT ledger, pos, id, (e ->> 'target') COLLATE "C" AS target, e ->> 'status' AS status, e ->> 'grade' AS grade,
  (e ->> 'decidedOn')::int AS decided_on, (e ->> 'authorityRank')::int AS rank
FROM standing WHERE kind = 'change';
CREATE INDEX ON change (ledger, target);

CREATE TABLE mitigation AS
SELECT ledger, pos, target COLLATE "C" AS target, (e ->> 'factor')::numeric AS percent
FROM standing, jsonb_array_elements_text(e -> 'targets') AS target WHERE kind = 'mitigation';
CREATE INDEX ON mitigation (ledger, target);

-- Campaigns that share a member are one, called by the smallest of their ids; all that stand hold at every log position.
CREATE TABLE letter AS
WITH RECURSIVE
  named AS (
    SELECT ledger, id AS campaign, member COLLATE "C" AS member
    FROM standing, jsonb_array_elements_text(e -> 'members') AS member WHERE kind = 'campaign'
  ),
  reached (ledger, campaign, member) AS (
    SELECT * FROM named
    UNION
    SELECT reached.ledger, reached.campaign, other.member
    FROM reached
    JOIN named AS via ON via.ledger = reached.ledger AND via.member = reached.member
    JOIN named AS other ON other.ledger = via.ledger AND other.campaign = via.campaign
  )
SELECT ledger, member, min(campaign) AS campaign FROM reached GROUP BY ledger, member;
CREATE INDEX ON letter (ledger, member);

-- Links in log order: the first n of them are one way of joining, in which a joined matter goes by its smallest name.
CREATE TABLE link AS
SELECT ledger, pos, row_number() OVER (PARTITION BY ledger ORDER BY pos)::int AS n, e FROM standing WHERE kind = 'link';

CREATE TABLE way AS
SELECT ledger, pos, count(link.n) OVER (PARTITION BY ledger ORDER BY pos)::int AS links FROM moment LEFT JOIN link USING (ledger, pos);

CREATE TABLE joined AS
WITH RECURSIVE
  named AS (
    SELECT way.ledger, way.n AS links, link.n AS link, matter COLLATE "C" AS matter
    FROM link AS way JOIN link ON link.ledger = way.ledger AND link.n <= way.n, jsonb_array_elements_text(link.e -> 'matters') AS matter
  ),
  reached (ledger, links, matter, other) AS (
    SELECT ledger, links, matter, matter FROM named
    UNION
    SELECT reached.ledger, reached.links, reached.matter, other.matter
    FROM reached
    JOIN named AS via ON (via.ledger, via.links, via.matter) = (reached.ledger, reached.links, reached.other)
    JOIN named AS other ON (other.ledger, other.links, other.link) = (via.ledger, via.links, via.link)
  )
SELECT ledger, links, matter, min(other) AS one FROM reached GROUP BY ledger, links, matter;
CREATE INDEX ON joined (ledger, links, matter);
ANALYZE signal, change, mitigation, letter, link, way, joined, moment;
