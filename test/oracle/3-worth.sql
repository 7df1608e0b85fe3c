-- What each signal is worth (risk-model 2) after each log position, by what had been entered then; and the least from there on.

CREATE TABLE decided AS
SELECT signal.ledger, moment.pos, signal.id,
  coalesce((
    SELECT change.status FROM change
    WHERE change.ledger = signal.ledger AND change.target = signal.id AND change.pos <= moment.pos AND change.status IS NOT NULL
    ORDER BY decided_on DESC, rank DESC, change.id DESC LIMIT 1), signal.status) AS status,
  coalesce((
    SELECT change.grade FROM change
    WHERE change.ledger = signal.ledger AND change.target = signal.id AND change.pos <= moment.pos AND change.grade IS NOT NULL
    ORDER BY decided_on DESC, rank DESC, change.id DESC LIMIT 1), signal.grade) AS grade,
  least(signal.percent, 100, (
    SELECT min(mitigation.percent) FROM mitigation
    WHERE mitigation.ledger = signal.ledger AND mitigation.target = signal.id AND mitigation.pos <= moment.pos)) AS m
FROM signal JOIN moment ON moment.ledger = signal.ledger AND moment.pos >= signal.pos;

-- c = floor(w · r · v · m), one floor over the exact product. Anonymous: at most D until plausible or better.
CREATE TABLE worth AS
SELECT ledger, decided.pos, id, decided.status, decided.grade, s > 0 AND checked AS checked,
  div(
    round(s * 1000000 / (100 - s)) * status.percent * m
      * CASE WHEN anonymous AND NOT checked THEN least(grade.percent, most.percent) ELSE grade.percent END,
    1000000) AS c
FROM decided
JOIN signal USING (ledger, id)
JOIN status ON status.status = decided.status
JOIN grade ON grade.grade = decided.grade, setting
JOIN grade AS most ON most.grade = anonymous_most;

-- "At every log position the smaller of what it was then and what it is now" (risk-model 7, decision 0026).
CREATE TABLE lasting_worth AS
SELECT ledger, pos, id, min(c) OVER onwards AS c, bool_and(checked) OVER onwards AS checked
FROM worth
WINDOW onwards AS (PARTITION BY ledger, id ORDER BY pos DESC);
CREATE INDEX ON lasting_worth (ledger, pos);
ANALYZE lasting_worth;

-- A sight is what is looked at: the signals up to a log position, of days up to a day.
CREATE TABLE sight (sight int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ledger int NOT NULL, pos int NOT NULL, until int NOT NULL, known boolean NOT NULL);
INSERT INTO sight (ledger, pos, until, known) SELECT ledger, pos, day, false FROM moment ORDER BY ledger, pos;
INSERT INTO sight (ledger, pos, until, known)
SELECT wanted.ledger, coalesce(last_moment.pos, 0), wanted.day, true FROM wanted LEFT JOIN last_moment USING (ledger) ORDER BY wanted.ledger, wanted.day;

-- The signals that count in a sight: of a campaign one in each channel, group and half-life, that of which most is left.
CREATE TABLE item AS
WITH seen AS (
  SELECT sight, signal.*, lasting_worth.c, lasting_worth.checked, lasting_worth.c * growth AS g, coalesce(campaign, '') AS campaign
  FROM sight
  JOIN lasting_worth USING (ledger, pos)
  JOIN signal USING (ledger, id)
  JOIN growth USING (h, day)
  LEFT JOIN letter ON letter.ledger = sight.ledger AND letter.member = id
  WHERE signal.day <= sight.until
)
SELECT *,
  row_number() OVER (
    PARTITION BY sight, campaign, CASE WHEN campaign = '' THEN id END, channel, grp, h ORDER BY g DESC, day DESC, id) = 1 AS counts
FROM seen;
CREATE INDEX ON item (sight);
ANALYZE sight, item, growth;
