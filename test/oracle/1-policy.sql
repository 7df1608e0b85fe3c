-- The numbers of the text (risk-model 1, 2, 4, 5, 6, 7), written here a second time so that nothing is taken from the product.
-- Percent, micro-odds, milli-points, days.

CREATE TABLE grade (grade text PRIMARY KEY, percent numeric NOT NULL);
INSERT INTO grade VALUES ('A', 100), ('B', 75), ('C', 50), ('D', 25), ('E', 0), ('F', 25);

CREATE TABLE status (status text PRIMARY KEY, percent numeric NOT NULL, checked boolean NOT NULL);
INSERT INTO status VALUES
  ('unverified', 30, false), ('plausible', 60, true), ('verified', 100, true),
  ('refuted', 0, false), ('withdrawn', 0, false), ('malicious', 0, false);

CREATE TABLE channel (channel text PRIMARY KEY, place int NOT NULL, matter_knee numeric NOT NULL, channel_knee numeric NOT NULL);
INSERT INTO channel VALUES
  ('self', 1, 300000, 400000), ('team', 2, 250000, 400000), ('superior', 3, 700000, 1000000),
  ('organization', 4, 1500000, 2000000), ('public', 5, 200000, 400000), ('media', 6, 150000, 300000);

CREATE TABLE level (level int PRIMARY KEY, enter numeric NOT NULL, leave numeric NOT NULL);
INSERT INTO level VALUES (1, 20000, 15000), (2, 40000, 33000), (3, 55000, 47000), (4, 75000, 66000);

CREATE TABLE factor (factor text PRIMARY KEY, percent numeric NOT NULL);
INSERT INTO factor VALUES
  ('advisory', 85), ('general', 100), ('money', 125), ('personnel', 125), ('approval', 125), ('law-enforcement', 125), ('principal', 130);

CREATE TABLE setting (
  public_and_media_most numeric NOT NULL, corroboration_most numeric NOT NULL, exposure_most numeric NOT NULL,
  anonymous_most text NOT NULL, dwell int NOT NULL, gate_s numeric NOT NULL, gate_y numeric NOT NULL, gate_level int NOT NULL
);
INSERT INTO setting VALUES (800000, 1000000, 160, 'D', 30, 20, 52632, 3);

-- 诫勉 and sanctions show 提醒 while they are in force (risk-model 7): to their last day, where none is told for the months of their kind
-- (safeguards 9: 党内警告 a year).
CREATE TABLE measure (code text PRIMARY KEY, level int NOT NULL, kind text, months int);
INSERT INTO measure VALUES ('superior-admonition', 2, NULL, NULL), ('org-party-sanction', 2, '警告', 12);

-- growth = 2^40 · 2^(k/h) to the nearest integer, times 2^⌊day/h⌋ (risk-model 3 and 12).
CREATE TABLE half_life (h int PRIMARY KEY);
INSERT INTO half_life VALUES (90), (180), (365);

CREATE TABLE growth_step AS
SELECT h, k, round(power(2::numeric(80, 60), k::numeric(80, 60) / h) * 1099511627776) AS step
FROM half_life, generate_series(0, h - 1) AS k;

CREATE TABLE growth AS
WITH RECURSIVE doubled (n, power) AS (SELECT 0, 1::numeric UNION ALL SELECT n + 1, power * 2 FROM doubled WHERE n < 100)
SELECT h, n * h + k AS day, step * power AS growth
FROM growth_step, doubled
WHERE n * h + k <= 9000;
ALTER TABLE growth ADD PRIMARY KEY (h, day);

-- φ_K(x): all of the first K, half of the next K, a quarter of the next 2K, nothing beyond (risk-model 4).
CREATE FUNCTION bracketed(knee numeric, x numeric) RETURNS numeric LANGUAGE sql IMMUTABLE
RETURN least(x, knee) + div(least(greatest(x - knee, 0), knee), 2) + div(least(greatest(x - 2 * knee, 0), 2 * knee), 4);

-- E of odds, in milli-points (risk-model 6).
CREATE FUNCTION score(odds numeric) RETURNS numeric LANGUAGE sql IMMUTABLE RETURN div(100000 * odds, 1000000 + odds);
