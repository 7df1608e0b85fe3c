-- Readings: of a sight, on a day, in a way of joining. What is asked stands in `asked`, the answers are views of it.

CREATE TABLE asked (ask int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, ledger int NOT NULL, sight int NOT NULL, day int NOT NULL, links int NOT NULL);

CREATE VIEW asked_item AS
SELECT asked.ask, asked.day AS on_day, coalesce(joined.one, item.matter) AS one, item.*
FROM asked
JOIN item ON item.sight = asked.sight AND item.counts
LEFT JOIN joined ON joined.ledger = asked.ledger AND joined.links = asked.links AND joined.matter = item.matter;

-- y of a cell: channel, independence group, matter (risk-model 3 and 4).
CREATE VIEW cell AS
SELECT ask, channel, grp, one AS matter, bracketed(max(matter_knee), sum(x)) AS y, bool_or(checked) AS checked
FROM (
  SELECT ask, channel, grp, one, h, div(sum(g), growth) AS x, bool_or(checked) AS checked
  FROM asked_item JOIN growth USING (h)
  WHERE growth.day = on_day
  GROUP BY ask, channel, grp, one, h, growth
) AS decayed
JOIN channel USING (channel)
GROUP BY ask, channel, grp, one;

CREATE VIEW in_group AS
SELECT ask, matter, grp, sum(y) AS y, bool_or(checked) AS checked FROM cell GROUP BY ask, matter, grp;

-- Z of a matter: nothing while only public and media speak in it and none of its items is checked (risk-model 5).
CREATE VIEW in_matter AS
SELECT ask, matter, sum(y) AS y,
  CASE WHEN bool_or(checked) OR bool_or(y > 0 AND grp NOT IN ('public', 'media')) THEN sum(y) - max(y) ELSE 0 END AS z
FROM in_group GROUP BY ask, matter;

CREATE VIEW corroborated AS
SELECT ask, div(least(sum(z), max(corroboration_most)), 2) AS corroboration FROM in_matter, setting GROUP BY ask;

CREATE VIEW channel_before_cap AS
SELECT ask, channel, bracketed(max(channel_knee), sum(y)) AS odds FROM cell JOIN channel USING (channel) GROUP BY ask, channel;

CREATE VIEW outside_excess AS
SELECT ask, greatest(sum(odds) - max(public_and_media_most), 0) AS excess, coalesce(sum(odds) FILTER (WHERE channel = 'media'), 0) AS media
FROM channel_before_cap, setting WHERE channel IN ('public', 'media') GROUP BY ask;

-- The cut of public and media together is given to media first.
CREATE VIEW channel_odds AS
SELECT ask, channel,
  odds - CASE channel WHEN 'media' THEN least(excess, media) WHEN 'public' THEN greatest(excess - media, 0) ELSE 0 END AS odds
FROM channel_before_cap LEFT JOIN outside_excess USING (ask);

CREATE VIEW total AS
SELECT ask, sum(odds) + max(corroboration) AS odds FROM channel_odds JOIN corroborated USING (ask) GROUP BY ask;

CREATE VIEW scored AS
SELECT asked.*, coalesce(odds, 0) AS odds, score(coalesce(odds, 0)) AS points FROM asked LEFT JOIN total USING (ask);
