-- The numbers of a policy that stands as JSON in `policy (doc)`, in place of those of the text.

UPDATE grade SET percent = (doc -> 'grades' ->> grade)::numeric FROM policy;
UPDATE status SET percent = (doc -> 'statuses' ->> status)::numeric FROM policy;
UPDATE channel SET matter_knee = (doc -> 'channels' -> channel ->> 'matter')::numeric, channel_knee = (doc -> 'channels' -> channel ->> 'channel')::numeric FROM policy;
UPDATE level SET enter = (doc -> 'levels' -> (level - 1) ->> 'enter')::numeric, leave = (doc -> 'levels' -> (level - 1) ->> 'exit')::numeric FROM policy;
UPDATE factor SET percent = (doc -> 'exposure' -> 'factors' ->> factor)::numeric FROM policy;
UPDATE setting SET
  public_and_media_most = (doc ->> 'publicMediaCap')::numeric,
  exposure_most = (doc -> 'exposure' ->> 'cap')::numeric,
  anonymous_most = doc ->> 'anonymousAtMost',
  dwell = (doc ->> 'dwellDays')::int,
  gate_s = (doc -> 'gate' ->> 'severity')::numeric,
  gate_y = (doc -> 'gate' ->> 'groupFloor')::numeric
FROM policy;
UPDATE measure SET level = array_position(ARRAY['watch', 'remind', 'inquiry', 'priority'], doc -> 'floors' -> code ->> 'level'),
  months = (doc -> 'floors' -> code -> 'months' ->> kind)::int
FROM policy;
