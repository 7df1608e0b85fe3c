-- What the migrations make of an empty database. Written by a test: see docs/testing.md, "The schema".

CREATE SCHEMA access;

CREATE TABLE access.account (
  id text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  active boolean DEFAULT true NOT NULL,
  password_hash text NOT NULL,
  code_secret bytea NOT NULL,
  last_code_step bigint DEFAULT 0 NOT NULL,
  added_at timestamp with time zone DEFAULT now() NOT NULL,
  unit text,
  last_sign_in_at timestamp with time zone,
  oidc_issuer text,
  oidc_subject text,
  CONSTRAINT account_id_check CHECK (((id ~ '^[a-z][a-z0-9.-]{1,31}$'::text) AND (id !~~ 'demo-%'::text))),
  CONSTRAINT account_oidc_once UNIQUE (oidc_issuer, oidc_subject),
  CONSTRAINT account_oidc_whole CHECK (((oidc_issuer IS NULL) = (oidc_subject IS NULL))),
  CONSTRAINT account_pkey PRIMARY KEY (id)
);

CREATE TABLE access.failed_try (
  name_key bytea NOT NULL,
  failures integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  CONSTRAINT failed_try_pkey PRIMARY KEY (name_key)
);

CREATE TABLE access.read_review (
  read_id bigint NOT NULL,
  at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  person text NOT NULL,
  opinion text NOT NULL,
  note text NOT NULL,
  CONSTRAINT read_review_note_check CHECK (((char_length(note) >= 5) AND (char_length(note) <= 200))),
  CONSTRAINT read_review_opinion_check CHECK ((opinion = ANY (ARRAY['justified'::text, 'not-justified'::text]))),
  CONSTRAINT read_review_pkey PRIMARY KEY (read_id),
  CONSTRAINT read_review_read_id_fkey FOREIGN KEY (read_id) REFERENCES access.sensitive_read(id)
);

CREATE TABLE access.saved_view (
  id uuid DEFAULT gen_random_uuid() NOT NULL,
  person text NOT NULL,
  page text NOT NULL,
  name text NOT NULL,
  filters jsonb NOT NULL,
  saved_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT saved_view_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 40))),
  CONSTRAINT saved_view_once UNIQUE (person, page, name),
  CONSTRAINT saved_view_pkey PRIMARY KEY (id)
);

CREATE TABLE access.sensitive_read (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  person text NOT NULL,
  role text NOT NULL,
  unit text,
  endpoint text NOT NULL,
  subject text,
  purpose text,
  task text,
  reason text,
  trace_id text NOT NULL,
  outcome text NOT NULL,
  CONSTRAINT sensitive_read_outcome_check CHECK ((outcome = ANY (ARRAY['answered'::text, 'not-found'::text, 'refused'::text, 'failed'::text]))),
  CONSTRAINT sensitive_read_pkey PRIMARY KEY (id),
  CONSTRAINT sensitive_read_reason_check CHECK (((char_length(reason) >= 5) AND (char_length(reason) <= 200)))
);

CREATE TABLE access.session (
  token_hash bytea NOT NULL,
  account_id text NOT NULL,
  opened_at timestamp with time zone DEFAULT now() NOT NULL,
  seen_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  CONSTRAINT session_pkey PRIMARY KEY (token_hash)
);

CREATE INDEX failed_try_last ON access.failed_try USING btree (last_at);

CREATE INDEX sensitive_read_by_day ON access.sensitive_read USING btree (at);

CREATE INDEX sensitive_read_by_person ON access.sensitive_read USING btree (person, id);

CREATE INDEX sensitive_read_by_subject ON access.sensitive_read USING btree (subject, id);

CREATE INDEX sensitive_read_with_reason ON access.sensitive_read USING btree (id) WHERE (reason IS NOT NULL);

CREATE INDEX session_account ON access.session USING btree (account_id);

CREATE OR REPLACE FUNCTION access.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
          RAISE EXCEPTION 'the log of reads only grows' USING ERRCODE = 'insufficient_privilege';
        END $function$
;

CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON access.read_review FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();

CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON access.sensitive_read FOR EACH STATEMENT EXECUTE FUNCTION access.refuse_change();

CREATE VIEW access.read_task AS
 SELECT 'candidate'::text AS kind,
    candidate.id,
    ARRAY[candidate.cadre_id] AS subjects,
    (candidate.state = ANY (ARRAY['held'::text, 'proposed'::text, 'dismissal-asked'::text])) AS is_open,
    candidate.decided_at
   FROM workflow.candidate
UNION ALL
 SELECT 'triage-item'::text AS kind,
    triage.event_id AS id,
    ARRAY( SELECT (found.value ->> 'cadreId'::text)
           FROM jsonb_array_elements(triage.candidates) found(value)) AS subjects,
    (triage.state = 'open'::text) AS is_open,
    triage.settled_at AS decided_at
   FROM resolver.triage;

CREATE VIEW access.read_thing AS
 SELECT candidate.id,
    candidate.cadre_id AS subject
   FROM workflow.candidate
UNION ALL
 SELECT signal.event_id AS id,
    signal.subject
   FROM resolver.signal
  WHERE (signal.subject IS NOT NULL);

CREATE SCHEMA console;

CREATE OR REPLACE FUNCTION console.live_slot()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 SELECT slot.slot
    FROM projector.slot
   WHERE (slot.state = 'live'::text);
END
;

CREATE OR REPLACE FUNCTION console.managed_higher()
 RETURNS SETOF text
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER ROWS 10
 SET search_path TO ''
BEGIN ATOMIC
 SELECT managed_higher.subject
    FROM resolver.managed_higher;
END
;

CREATE OR REPLACE FUNCTION console.policies_to_approve(person text)
 RETURNS TABLE(id uuid, name text, since text)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10
 SET search_path TO ''
BEGIN ATOMIC
 SELECT policy.id,
     policy.name,
     (((asked.at AT TIME ZONE 'Asia/Shanghai'::text))::date)::text AS timezone
    FROM (projector.policy
      JOIN LATERAL ( SELECT event.version,
             event.at
            FROM projector.policy_event event
           WHERE ((event.policy_id = policy.id) AND (((event.body)::jsonb ->> 'type'::text) = 'ApprovalAsked'::text))
           ORDER BY event.version DESC
          LIMIT 1) asked ON (true))
   WHERE ((policy.state = 'approval-asked'::text) AND (NOT (EXISTS ( SELECT
            FROM projector.policy_event event
           WHERE ((event.policy_id = policy.id) AND (((event.body)::jsonb ->> 'by'::text) = policies_to_approve.person) AND ((((event.body)::jsonb ->> 'type'::text) = ANY (ARRAY['PolicyDrafted'::text, 'PolicyRevised'::text])) OR (event.version >= asked.version)))))));
END
;

CREATE OR REPLACE FUNCTION console.scope_begin()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('liuqu.scope'::text, true), ''::text) COLLATE "C")
;

CREATE OR REPLACE FUNCTION console.scope_end()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (("left"(NULLIF(current_setting('liuqu.scope'::text, true), ''::text), '-1'::integer) || '0'::text) COLLATE "C")
;

CREATE OR REPLACE FUNCTION console.today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date
;

CREATE VIEW console.alert WITH (security_invoker=true) AS
 SELECT told.seq,
    told.alert_id,
    told.subject,
    told.at,
    told.said,
    (latest.body)::jsonb AS correction,
    COALESCE(cadre.name, unit.name) AS name,
    cadre.post,
    cadre.unit_name
   FROM (((( SELECT alert.seq,
            alert.alert_id,
            alert.subject,
            alert.at,
            (alert.body)::jsonb AS said
           FROM dispatcher.alert
        UNION ALL
         SELECT first.seq,
            first.alert_id,
            first.subject,
            first.at,
            NULL::jsonb
           FROM dispatcher.correction first
          WHERE ((NOT (EXISTS ( SELECT
                   FROM dispatcher.alert raised
                  WHERE (raised.alert_id = first.alert_id)))) AND (NOT (EXISTS ( SELECT
                   FROM dispatcher.correction before
                  WHERE ((before.alert_id = first.alert_id) AND (before.seq < first.seq))))))) told
     LEFT JOIN LATERAL ( SELECT correction.body
           FROM dispatcher.correction
          WHERE (correction.alert_id = told.alert_id)
          ORDER BY correction.seq DESC
         LIMIT 1) latest ON (true))
     LEFT JOIN console.cadre ON ((cadre.id = told.subject)))
     LEFT JOIN resolver.unit ON ((('unit:'::text || unit.code) = told.subject)));

CREATE VIEW console.cadre WITH (security_invoker=true) AS
 SELECT standing.id,
    standing.name,
    standing.category,
    standing.e_milli,
    standing.p_milli,
    standing.level,
    standing.entered_on,
    standing.as_of,
    standing.state,
    standing.blocked_by,
    held.post_code,
    held.title AS post,
    held.unit_code,
    held.unit_name
   FROM (console.standing standing
     LEFT JOIN LATERAL ( SELECT post_held.cadre_id,
            post_held.post_code,
            post_held.title,
            post_held.unit_code,
            post_held.unit_name,
            post_held.factors,
            post_held.from_day,
            post_held.left_day
           FROM console.post_held
          WHERE ((post_held.cadre_id = standing.id) AND (post_held.from_day <= ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date) AND ((post_held.left_day IS NULL) OR (post_held.left_day > ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date)))
          ORDER BY post_held.from_day DESC, post_held.post_code
         LIMIT 1) held ON (true));

CREATE VIEW console.candidate WITH (security_invoker=true) AS
 SELECT candidate.id,
    candidate.cadre_id,
    candidate.state,
    candidate.version,
    candidate.cause,
    candidate.proposed_on,
    candidate.due_on,
    candidate.overdue_noted_at,
    candidate.level,
    candidate.e_milli,
    candidate.p_milli,
    candidate.policy,
    candidate.leading_matter,
    candidate.reasons,
    candidate.rest,
    candidate.recommended,
    candidate.later_events,
    candidate.dismissal_reason,
    candidate.dismissal_asked_by,
    candidate.decided_by,
    candidate.decided_at,
    candidate.clue_number,
    cadre.name AS cadre_name,
    cadre.post,
    cadre.unit_code,
    cadre.unit_name,
    ((candidate.state = ANY (ARRAY['held'::text, 'proposed'::text, 'dismissal-asked'::text])) AND (candidate.due_on < ((now() AT TIME ZONE 'Asia/Shanghai'::text))::date)) AS overdue,
    cadre.category,
    candidate.basis_changes,
    candidate.to_review,
    candidate.review_since
   FROM (workflow.candidate candidate
     JOIN console.cadre cadre ON ((cadre.id = candidate.cadre_id)));

CREATE VIEW console.candidate_course WITH (security_invoker=true) AS
 SELECT step.cadre_id,
    step.version,
    step.at,
    ((step.body)::jsonb ->> 'type'::text) AS type,
    ((step.body)::jsonb ->> 'by'::text) AS by,
    ((step.body)::jsonb ->> 'reason'::text) AS reason,
    (((before.body)::jsonb ->> 'candidateId'::text))::uuid AS candidate_id
   FROM (workflow.inquiry_event step
     JOIN LATERAL ( SELECT proposal.body
           FROM workflow.inquiry_event proposal
          WHERE ((proposal.cadre_id = step.cadre_id) AND (proposal.version < step.version) AND (((proposal.body)::jsonb ->> 'type'::text) = ANY (ARRAY['CandidateProposed'::text, 'CandidateHeld'::text])))
          ORDER BY proposal.version DESC
         LIMIT 1) before ON (true))
  WHERE (((step.body)::jsonb ->> 'type'::text) = ANY (ARRAY['CandidateReleased'::text, 'DismissalAsked'::text, 'DismissalRefused'::text, 'CandidateDismissed'::text, 'CandidateTaken'::text, 'DecisionUpheld'::text, 'CandidateWithdrawn'::text]));

CREATE VIEW console.candidate_limit WITH (security_invoker=true) AS
 SELECT id,
    most,
    reason,
    set_by,
    set_at
   FROM workflow.candidate_limit;

CREATE VIEW console.clue_check WITH (security_invoker=true) AS
 SELECT clue_check.cadre_id,
    clue_check.cause,
    clue_check.level,
    clue_check.e_milli,
    clue_check.day,
    standing.name AS cadre_name
   FROM (workflow.clue_check
     JOIN console.standing ON ((standing.id = clue_check.cadre_id)));

CREATE VIEW console.joining WITH (security_invoker=true) AS
 SELECT id,
    subject,
    kind,
    signals,
    texts,
    accounts,
    reason,
    made_by,
    (((made_at AT TIME ZONE 'Asia/Shanghai'::text))::date)::text AS made_on,
    undone_by,
    (((undone_at AT TIME ZONE 'Asia/Shanghai'::text))::date)::text AS undone_on,
    undone_because
   FROM resolver.joining;

CREATE VIEW console.ledger WITH (security_invoker=true) AS
 SELECT subject,
    event_id,
    assignment,
    log_offset,
    place,
    entry
   FROM projector.ledger
  WHERE (state = 'folded'::text);

CREATE VIEW console.move WITH (security_invoker=true) AS
 SELECT move.id,
    move.subject,
    move.to_subject,
    move.signals,
    move.reason,
    move.asked_by,
    (((move.asked_at AT TIME ZONE 'Asia/Shanghai'::text))::date)::text AS asked_on,
    move.confirmed,
    move.decided_by,
    (((move.decided_at AT TIME ZONE 'Asia/Shanghai'::text))::date)::text AS decided_on,
    move.refused_because,
    COALESCE(cadre.name, unit.name) AS subject_name,
    COALESCE(to_cadre.name, to_unit.name) AS to_name,
    cadre.post,
    cadre.unit_name
   FROM ((((resolver.move
     LEFT JOIN console.cadre ON ((cadre.id = move.subject)))
     LEFT JOIN resolver.unit ON ((('unit:'::text || unit.code) = move.subject)))
     LEFT JOIN console.cadre to_cadre ON ((to_cadre.id = move.to_subject)))
     LEFT JOIN resolver.unit to_unit ON ((('unit:'::text || to_unit.code) = move.to_subject)));

CREATE VIEW console.override WITH (security_invoker=true) AS
 SELECT id,
    subject,
    level,
    (until_day)::text AS until,
    reason,
    asked_by,
    (asked_on)::text AS asked_on,
    confirmed,
    decided_by,
    (decided_on)::text AS decided_on,
    refused_because,
    lifted_by,
    (lifted_on)::text AS lifted_on,
    lifted_because
   FROM workflow.override;

CREATE VIEW console.points WITH (security_invoker=true) AS
 SELECT scheme,
    subject,
    hash,
    value,
    level,
    threshold,
    standing,
    pending,
    in_force,
    next_change,
    read_on
   FROM projector.points;

CREATE VIEW console.points_entry WITH (security_invoker=true) AS
 SELECT place,
    id,
    subject,
    scheme,
    body,
    note,
    role,
    at
   FROM projector.points_entry;

CREATE VIEW console.policy_review WITH (security_invoker=true) AS
 SELECT review.id,
    review.subject,
    COALESCE(cadre.name, unit.name) AS name,
    cadre.post,
    COALESCE(cadre.unit_name, unit.name) AS unit_name,
    review.level_before,
    review.level_after,
    review.e_before,
    review.e_after,
    review.day,
    review.state,
    review.settled_by,
    review.settled_at,
    review.note,
    policy.name AS policy_name
   FROM (((projector.policy_review review
     LEFT JOIN console.cadre ON ((cadre.id = review.subject)))
     LEFT JOIN console.unit ON ((('unit:'::text || unit.code) = review.subject)))
     LEFT JOIN projector.policy ON (((policy.hash = review.policy) AND (policy.kind = 'odds'::text) AND (policy.state = ANY (ARRAY['approved'::text, 'live'::text, 'retired'::text])))));

CREATE VIEW console.post_held WITH (security_invoker=true) AS
 SELECT history.cadre_id,
    history.post_code,
    post.title,
    post.unit_code,
    unit.name AS unit_name,
    post.factors,
    history.from_day,
    history.left_day
   FROM ((resolver.post_history history
     JOIN resolver.post post ON ((post.code = history.post_code)))
     JOIN resolver.unit unit ON ((unit.code = post.unit_code)));

CREATE VIEW console.reading WITH (security_invoker=true) AS
 SELECT subject,
    state,
    e_milli,
    p_milli,
    level,
    entered_on,
    as_of,
    last_event,
    blocked_by,
    shown_e,
    shown_p,
    shown_level,
    shown_on,
    shown_channels,
    shown_floor,
    floor_until,
    listed_level
   FROM projector.reading
  WHERE (slot = ( SELECT console.live_slot() AS live_slot));

CREATE VIEW console.signal WITH (security_invoker=true) AS
 SELECT envelope.event_id,
    envelope.arrival,
    envelope.type,
    envelope.channel,
    envelope.agency,
    agency.name AS agency_name,
    envelope.source,
    envelope.number,
    envelope.received_on,
    envelope.occurred_on,
    envelope.severity,
    envelope.verification,
    COALESCE(signal.state, 'waiting'::text) AS state,
    signal.subject,
    signal.evidence,
        CASE
            WHEN (signal.state = 'refused'::text) THEN COALESCE(triage.because, 'its-signal-not-taken'::text)
            ELSE NULL::text
        END AS because,
    waiting.awaits,
        CASE
            WHEN (waiting.awaits IS NULL) THEN NULL::text
            WHEN (EXISTS ( SELECT
               FROM resolver.triage item
              WHERE ((item.event_id = waiting.awaits) AND (item.state = 'open'::text)))) THEN 'subject-not-known'::text
            ELSE 'not-received'::text
        END AS awaited,
    triage.unit_code AS named_unit
   FROM ((((resolver.envelope
     LEFT JOIN resolver.signal USING (event_id))
     LEFT JOIN resolver.triage USING (event_id))
     LEFT JOIN resolver.waiting USING (event_id))
     LEFT JOIN gateway.agency ON ((agency.code = envelope.agency)));

CREATE VIEW console.signal_as_sent WITH (security_invoker=true) AS
 SELECT sent.event_id,
    sent.subject,
    sent.agency,
    agency.name AS agency_name,
    sent.number,
    sent.fields
   FROM (resolver.signal_as_sent sent
     LEFT JOIN gateway.agency agency ON ((agency.code = sent.agency)));

CREATE VIEW console.standing WITH (security_invoker=true) AS
 SELECT cadre.id,
    cadre.name,
    cadre.category,
    reading.shown_e AS e_milli,
    reading.shown_p AS p_milli,
    reading.listed_level AS level,
        CASE
            WHEN ((reading.shown_level = reading.level) AND (reading.listed_level = reading.shown_level)) THEN reading.entered_on
            ELSE NULL::date
        END AS entered_on,
    reading.shown_on AS as_of,
    reading.state,
    reading.blocked_by,
    reading.shown_channels AS channels
   FROM (resolver.cadre cadre
     LEFT JOIN console.reading reading ON ((reading.subject = cadre.id)))
  WHERE (NOT (cadre.id IN ( SELECT console.managed_higher() AS managed_higher)));

CREATE VIEW console.unit WITH (security_invoker=true) AS
 SELECT code,
    name,
    parent_code,
    category
   FROM resolver.unit;

CREATE VIEW console.unit_standing WITH (security_invoker=true) AS
 SELECT unit.code,
    unit.name,
    unit.parent_code,
    unit.category,
    reading.shown_e AS e_milli,
    reading.shown_p AS p_milli,
    reading.shown_level AS level,
        CASE
            WHEN (reading.shown_level = reading.level) THEN reading.entered_on
            ELSE NULL::date
        END AS entered_on,
    reading.shown_on AS as_of,
    reading.state,
    reading.blocked_by
   FROM (resolver.unit
     LEFT JOIN console.reading reading ON ((reading.subject = ('unit:'::text || unit.code))));

GRANT SELECT ON console.alert TO liuqu_console;

GRANT SELECT ON console.alert TO liuqu_console_all;

GRANT SELECT ON console.cadre TO liuqu_console;

GRANT SELECT ON console.cadre TO liuqu_console_all;

GRANT SELECT ON console.candidate TO liuqu_console;

GRANT SELECT ON console.candidate TO liuqu_console_all;

GRANT SELECT ON console.candidate_course TO liuqu_console;

GRANT SELECT ON console.candidate_course TO liuqu_console_all;

GRANT SELECT ON console.candidate_limit TO liuqu_console;

GRANT SELECT ON console.candidate_limit TO liuqu_console_all;

GRANT SELECT ON console.clue_check TO liuqu_console;

GRANT SELECT ON console.clue_check TO liuqu_console_all;

GRANT SELECT ON console.joining TO liuqu_console;

GRANT SELECT ON console.joining TO liuqu_console_all;

GRANT SELECT ON console.ledger TO liuqu_console;

GRANT SELECT ON console.ledger TO liuqu_console_all;

GRANT SELECT ON console.move TO liuqu_console;

GRANT SELECT ON console.move TO liuqu_console_all;

GRANT SELECT ON console.override TO liuqu_console;

GRANT SELECT ON console.override TO liuqu_console_all;

GRANT SELECT ON console.points TO liuqu_console;

GRANT SELECT ON console.points TO liuqu_console_all;

GRANT SELECT ON console.points_entry TO liuqu_console;

GRANT SELECT ON console.points_entry TO liuqu_console_all;

GRANT SELECT ON console.policy_review TO liuqu_console;

GRANT SELECT ON console.policy_review TO liuqu_console_all;

GRANT SELECT ON console.post_held TO liuqu_console;

GRANT SELECT ON console.post_held TO liuqu_console_all;

GRANT SELECT ON console.reading TO liuqu_console;

GRANT SELECT ON console.reading TO liuqu_console_all;

GRANT SELECT ON console.signal TO liuqu_console;

GRANT SELECT ON console.signal TO liuqu_console_all;

GRANT SELECT ON console.signal_as_sent TO liuqu_console;

GRANT SELECT ON console.signal_as_sent TO liuqu_console_all;

GRANT SELECT ON console.standing TO liuqu_console;

GRANT SELECT ON console.standing TO liuqu_console_all;

GRANT SELECT ON console.unit TO liuqu_console;

GRANT SELECT ON console.unit TO liuqu_console_all;

GRANT SELECT ON console.unit_standing TO liuqu_console;

GRANT SELECT ON console.unit_standing TO liuqu_console_all;

CREATE SCHEMA dispatcher;

CREATE TABLE dispatcher.alert (
  seq bigint NOT NULL,
  alert_id uuid NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT alert_alert_id_key UNIQUE (alert_id),
  CONSTRAINT alert_pkey PRIMARY KEY (seq)
);

CREATE TABLE dispatcher.correction (
  seq bigint NOT NULL,
  correction_id uuid NOT NULL,
  alert_id uuid NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT correction_correction_id_key UNIQUE (correction_id),
  CONSTRAINT correction_pkey PRIMARY KEY (seq)
);

CREATE INDEX correction_by_alert ON dispatcher.correction USING btree (alert_id, seq);

ALTER TABLE dispatcher.alert ENABLE ROW LEVEL SECURITY;
CREATE POLICY not_managed_higher ON dispatcher.alert AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING ((NOT (subject IN ( SELECT console.managed_higher() AS managed_higher))));
CREATE POLICY seen_as_a_whole ON dispatcher.alert AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON dispatcher.alert AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = alert.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(alert.subject, 6)))))));

ALTER TABLE dispatcher.correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY not_managed_higher ON dispatcher.correction AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING ((NOT (subject IN ( SELECT console.managed_higher() AS managed_higher))));
CREATE POLICY seen_as_a_whole ON dispatcher.correction AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON dispatcher.correction AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = correction.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(correction.subject, 6)))))));

GRANT SELECT ON dispatcher.alert TO liuqu_console;

GRANT SELECT ON dispatcher.alert TO liuqu_console_all;

GRANT SELECT ON dispatcher.correction TO liuqu_console;

GRANT SELECT ON dispatcher.correction TO liuqu_console_all;

CREATE SCHEMA gateway;

CREATE TABLE gateway.agency (
  code text NOT NULL,
  name text NOT NULL,
  key_id text NOT NULL,
  key_hash bytea NOT NULL,
  systems text[] NOT NULL,
  channels text[] NOT NULL,
  statuses text[] NOT NULL,
  authority text NOT NULL,
  active boolean DEFAULT true NOT NULL,
  last_received_on date,
  units text[],
  CONSTRAINT agency_key_id_key UNIQUE (key_id),
  CONSTRAINT agency_pkey PRIMARY KEY (code),
  CONSTRAINT agency_units_check CHECK ((cardinality(units) > 0))
);

CREATE TABLE gateway.managed_higher (
  kind text NOT NULL,
  value text NOT NULL,
  CONSTRAINT managed_higher_kind_check CHECK ((kind = ANY (ARRAY['token'::text, 'unit'::text]))),
  CONSTRAINT managed_higher_pkey PRIMARY KEY (kind, value)
);

CREATE TABLE gateway.receipt (
  event_id uuid NOT NULL,
  agency text NOT NULL,
  content_hash bytea NOT NULL,
  state text DEFAULT 'pending'::text NOT NULL,
  received_on date NOT NULL,
  received_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT receipt_pkey PRIMARY KEY (event_id),
  CONSTRAINT receipt_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'accepted'::text])))
) WITH (fillfactor=85);

CREATE TABLE gateway.sealed_words (
  event_id uuid NOT NULL,
  field text NOT NULL,
  sealed bytea NOT NULL,
  about uuid,
  CONSTRAINT sealed_words_event_id_fkey FOREIGN KEY (event_id) REFERENCES gateway.receipt(event_id),
  CONSTRAINT sealed_words_pkey PRIMARY KEY (event_id, field)
);

CREATE INDEX sealed_words_about ON gateway.sealed_words USING btree (about) WHERE (about IS NOT NULL);

CREATE OR REPLACE FUNCTION gateway.forget_words(events uuid[])
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
BEGIN ATOMIC
 DELETE FROM gateway.sealed_words
   WHERE ((sealed_words.event_id = ANY (forget_words.events)) OR (sealed_words.about = ANY (forget_words.events)));
END
;

ALTER TABLE gateway.agency ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON gateway.agency AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON gateway.agency AS PERMISSIVE FOR SELECT TO liuqu_console USING ((( SELECT console.scope_begin() AS scope_begin) IS NOT NULL));

GRANT SELECT (code, name) ON gateway.agency TO liuqu_console;

GRANT SELECT (code, name) ON gateway.agency TO liuqu_console_all;

CREATE SCHEMA log;

CREATE TABLE log.consumer_offset (
  consumer_group text NOT NULL,
  topic text NOT NULL,
  part integer NOT NULL,
  next_offset bigint NOT NULL,
  updated_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT consumer_offset_pkey PRIMARY KEY (consumer_group, topic, part)
) WITH (fillfactor=50);

CREATE TABLE log.outbox (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  writer text NOT NULL,
  topic text NOT NULL,
  key text NOT NULL,
  event_id text NOT NULL,
  type text NOT NULL,
  data text NOT NULL,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  traceparent text,
  held text,
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
);

CREATE TABLE log.parked (
  consumer_group text NOT NULL,
  topic text NOT NULL,
  part integer NOT NULL,
  log_offset bigint NOT NULL,
  reason text NOT NULL,
  sealed bytea NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  resolved_at timestamp with time zone,
  CONSTRAINT parked_pkey PRIMARY KEY (consumer_group, topic, part, log_offset)
);

CREATE TABLE log.partition (
  topic text NOT NULL,
  part integer NOT NULL,
  next_offset bigint DEFAULT 0 NOT NULL,
  low_offset bigint DEFAULT 0 NOT NULL,
  CONSTRAINT partition_pkey PRIMARY KEY (topic, part),
  CONSTRAINT partition_topic_fkey FOREIGN KEY (topic) REFERENCES log.topic(name)
) WITH (fillfactor=50);

CREATE TABLE log.record (
  topic text NOT NULL,
  part integer NOT NULL,
  log_offset bigint NOT NULL,
  key text,
  value bytea NOT NULL,
  headers text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT record_pkey PRIMARY KEY (topic, part, log_offset)
);

CREATE TABLE log.topic (
  name text NOT NULL,
  partitions integer NOT NULL,
  retention_days integer,
  CONSTRAINT topic_partitions_check CHECK ((partitions > 0)),
  CONSTRAINT topic_pkey PRIMARY KEY (name)
);

CREATE INDEX outbox_by_writer ON log.outbox USING btree (writer, id) WHERE (held IS NULL);

CREATE INDEX outbox_held ON log.outbox USING btree (writer) WHERE (held IS NOT NULL);

CREATE OR REPLACE FUNCTION log.wake_relay()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
        BEGIN
          PERFORM pg_notify('outbox', writer) FROM (SELECT DISTINCT writer FROM added) AS writers;
          RETURN NULL;
        END $function$
;

CREATE TRIGGER outbox_filled AFTER INSERT ON log.outbox REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION log.wake_relay();

CREATE SCHEMA projector;

CREATE TABLE projector.backtest (
  id uuid NOT NULL,
  policy_id uuid NOT NULL,
  hash text NOT NULL,
  before_hash text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamp with time zone DEFAULT now() NOT NULL,
  day date NOT NULL,
  state text DEFAULT 'running'::text NOT NULL,
  done integer DEFAULT 0 NOT NULL,
  total integer NOT NULL,
  touched_at timestamp with time zone DEFAULT now() NOT NULL,
  result text,
  hours_a_candidate integer,
  hours_a_week integer,
  CONSTRAINT backtest_check CHECK (((state = 'done'::text) = (result IS NOT NULL))),
  CONSTRAINT backtest_pkey PRIMARY KEY (id),
  CONSTRAINT backtest_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text])))
);

CREATE TABLE projector.certificate (
  id uuid NOT NULL,
  slot text NOT NULL,
  filling integer NOT NULL,
  policy text NOT NULL,
  live_policy text NOT NULL,
  asked_by text NOT NULL,
  made_at timestamp with time zone DEFAULT now() NOT NULL,
  valid boolean NOT NULL,
  void boolean DEFAULT false NOT NULL,
  findings jsonb NOT NULL,
  CONSTRAINT certificate_pkey PRIMARY KEY (id)
);

CREATE TABLE projector.ledger (
  subject text NOT NULL,
  event_id uuid NOT NULL,
  assignment integer NOT NULL,
  log_offset bigint NOT NULL,
  place integer NOT NULL,
  state text DEFAULT 'folded'::text NOT NULL,
  entry text NOT NULL,
  CONSTRAINT ledger_pkey PRIMARY KEY (subject, event_id, assignment),
  CONSTRAINT ledger_state_check CHECK ((state = ANY (ARRAY['folded'::text, 'parked'::text])))
);

CREATE TABLE projector.points (
  scheme text NOT NULL,
  subject text NOT NULL,
  hash text NOT NULL,
  value integer NOT NULL,
  level smallint NOT NULL,
  threshold text,
  standing integer NOT NULL,
  pending integer NOT NULL,
  in_force integer NOT NULL,
  next_change date,
  read_on date NOT NULL,
  CONSTRAINT points_check CHECK (((level = 0) = (threshold IS NULL))),
  CONSTRAINT points_pkey PRIMARY KEY (scheme, subject)
);

CREATE TABLE projector.points_entry (
  place bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  id uuid NOT NULL,
  subject text NOT NULL,
  scheme text NOT NULL,
  body text NOT NULL,
  note text,
  role text NOT NULL,
  trace_id text NOT NULL,
  at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
  CONSTRAINT points_entry_id_key UNIQUE (id),
  CONSTRAINT points_entry_note_check CHECK (((char_length(note) >= 1) AND (char_length(note) <= 200))),
  CONSTRAINT points_entry_pkey PRIMARY KEY (place)
);

CREATE TABLE projector.points_filling (
  scheme text NOT NULL,
  hash text NOT NULL,
  after text DEFAULT ''::text NOT NULL,
  done boolean DEFAULT false NOT NULL,
  CONSTRAINT points_filling_pkey PRIMARY KEY (scheme)
);

CREATE TABLE projector.policy (
  id uuid NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  hash text,
  document text,
  changed_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT policy_check CHECK ((((state = ANY (ARRAY['approved'::text, 'live'::text, 'retired'::text])) IS FALSE) OR ((hash IS NOT NULL) AND (document IS NOT NULL)))),
  CONSTRAINT policy_kind_check CHECK ((kind = ANY (ARRAY['odds'::text, 'points'::text]))),
  CONSTRAINT policy_pkey PRIMARY KEY (id),
  CONSTRAINT policy_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'checked'::text, 'approval-asked'::text, 'approved'::text, 'live'::text, 'retired'::text])))
);

CREATE TABLE projector.policy_event (
  policy_id uuid NOT NULL,
  version integer NOT NULL,
  body text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT policy_event_pkey PRIMARY KEY (policy_id, version)
);

CREATE TABLE projector.policy_in_force (
  place bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  kind text NOT NULL,
  hash text NOT NULL,
  from_day date NOT NULL,
  until_day date,
  CONSTRAINT policy_in_force_pkey PRIMARY KEY (place)
);

CREATE TABLE projector.policy_review (
  id uuid NOT NULL,
  subject text NOT NULL,
  switch uuid NOT NULL,
  level_before smallint NOT NULL,
  level_after smallint NOT NULL,
  e_before integer NOT NULL,
  e_after integer NOT NULL,
  day date NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  settled_by text,
  settled_at timestamp with time zone,
  note text,
  policy text NOT NULL,
  CONSTRAINT policy_review_pkey PRIMARY KEY (id),
  CONSTRAINT policy_review_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'lapsed'::text]))),
  CONSTRAINT policy_review_switch_fkey FOREIGN KEY (switch) REFERENCES projector.slot_switch(id),
  CONSTRAINT policy_review_switch_subject_key UNIQUE (switch, subject)
);

CREATE TABLE projector.reading (
  subject text NOT NULL,
  state text NOT NULL,
  e_milli integer NOT NULL,
  p_milli integer NOT NULL,
  level smallint NOT NULL,
  entered_on date,
  as_of date NOT NULL,
  last_event uuid NOT NULL,
  blocked_by uuid,
  shown_e integer NOT NULL,
  shown_p integer NOT NULL,
  shown_level smallint NOT NULL,
  shown_on date NOT NULL,
  shown_channels smallint DEFAULT 0 NOT NULL,
  slot text NOT NULL,
  shown_floor smallint DEFAULT 0 NOT NULL,
  floor_until date,
  listed_level smallint GENERATED ALWAYS AS (GREATEST(shown_level, shown_floor)) STORED NOT NULL,
  CONSTRAINT reading_pkey PRIMARY KEY (slot, subject)
) PARTITION BY LIST (slot);

CREATE TABLE projector.reading_a (
  subject text NOT NULL,
  state text NOT NULL,
  e_milli integer NOT NULL,
  p_milli integer NOT NULL,
  level smallint NOT NULL,
  entered_on date,
  as_of date NOT NULL,
  last_event uuid NOT NULL,
  blocked_by uuid,
  shown_e integer NOT NULL,
  shown_p integer NOT NULL,
  shown_level smallint NOT NULL,
  shown_on date NOT NULL,
  shown_channels smallint DEFAULT 0 NOT NULL,
  slot text NOT NULL,
  shown_floor smallint DEFAULT 0 NOT NULL,
  floor_until date,
  listed_level smallint GENERATED ALWAYS AS (GREATEST(shown_level, shown_floor)) STORED NOT NULL,
  CONSTRAINT reading_a_pkey PRIMARY KEY (slot, subject)
) AS PARTITION OF projector.reading FOR VALUES IN ('a') WITH (fillfactor=75);

CREATE TABLE projector.reading_b (
  subject text NOT NULL,
  state text NOT NULL,
  e_milli integer NOT NULL,
  p_milli integer NOT NULL,
  level smallint NOT NULL,
  entered_on date,
  as_of date NOT NULL,
  last_event uuid NOT NULL,
  blocked_by uuid,
  shown_e integer NOT NULL,
  shown_p integer NOT NULL,
  shown_level smallint NOT NULL,
  shown_on date NOT NULL,
  shown_channels smallint DEFAULT 0 NOT NULL,
  slot text NOT NULL,
  shown_floor smallint DEFAULT 0 NOT NULL,
  floor_until date,
  listed_level smallint GENERATED ALWAYS AS (GREATEST(shown_level, shown_floor)) STORED NOT NULL,
  CONSTRAINT reading_b_pkey PRIMARY KEY (slot, subject)
) AS PARTITION OF projector.reading FOR VALUES IN ('b') WITH (fillfactor=75);

CREATE TABLE projector.slot (
  slot text NOT NULL,
  state text NOT NULL,
  policy text,
  filling integer DEFAULT 0 NOT NULL,
  started_by text,
  started_at timestamp with time zone,
  filled_at timestamp with time zone,
  fault text,
  certificate_asked_by text,
  CONSTRAINT slot_check CHECK (((state = 'empty'::text) = (policy IS NULL))),
  CONSTRAINT slot_pkey PRIMARY KEY (slot),
  CONSTRAINT slot_slot_check CHECK ((slot = ANY (ARRAY['a'::text, 'b'::text]))),
  CONSTRAINT slot_state_check CHECK ((state = ANY (ARRAY['empty'::text, 'filling'::text, 'ready'::text, 'live'::text, 'standby'::text])))
);

CREATE TABLE projector.slot_part (
  slot text NOT NULL,
  part integer NOT NULL,
  target bigint NOT NULL,
  passes integer NOT NULL,
  pass integer NOT NULL,
  read bigint NOT NULL,
  next_offset bigint NOT NULL,
  CONSTRAINT slot_part_pkey PRIMARY KEY (slot, part),
  CONSTRAINT slot_part_slot_fkey FOREIGN KEY (slot) REFERENCES projector.slot(slot)
) WITH (fillfactor=50);

CREATE TABLE projector.slot_switch (
  id uuid NOT NULL,
  kind text NOT NULL,
  from_slot text NOT NULL,
  to_slot text NOT NULL,
  from_policy text NOT NULL,
  to_policy text NOT NULL,
  by text NOT NULL,
  reason text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  certificate uuid,
  offsets jsonb NOT NULL,
  CONSTRAINT slot_switch_certificate_fkey FOREIGN KEY (certificate) REFERENCES projector.certificate(id),
  CONSTRAINT slot_switch_kind_check CHECK ((kind = ANY (ARRAY['switch'::text, 'back'::text]))),
  CONSTRAINT slot_switch_pkey PRIMARY KEY (id)
);

CREATE TABLE projector.told_alert (
  subject text NOT NULL,
  cause uuid NOT NULL,
  policy text NOT NULL,
  edge text,
  CONSTRAINT told_alert_pkey PRIMARY KEY (subject, cause)
);

CREATE TABLE projector.told_gate (
  subject text NOT NULL,
  cause uuid NOT NULL,
  policy text NOT NULL,
  holds boolean NOT NULL,
  CONSTRAINT told_gate_pkey PRIMARY KEY (subject, cause)
);

CREATE INDEX backtest_by_policy ON projector.backtest USING btree (policy_id, asked_at DESC);

CREATE INDEX certificate_by_filling ON projector.certificate USING btree (slot, filling, made_at DESC);

CREATE INDEX ledger_by_event ON projector.ledger USING btree (event_id);

CREATE UNIQUE INDEX one_live_slot ON projector.slot USING btree ((true)) WHERE (state = 'live'::text);

CREATE INDEX points_by_change ON projector.points USING btree (next_change) WHERE (next_change IS NOT NULL);

CREATE INDEX points_by_level ON projector.points USING btree (scheme, level DESC, subject);

CREATE INDEX points_entry_by_subject ON projector.points_entry USING btree (subject, scheme);

CREATE UNIQUE INDEX policy_hash_key ON projector.policy USING btree (hash) WHERE (state <> ALL (ARRAY['draft'::text, 'checked'::text]));

CREATE INDEX policy_in_force_by_day ON projector.policy_in_force USING btree (kind, from_day);

CREATE INDEX policy_in_force_now ON projector.policy_in_force USING btree (hash) WHERE (until_day IS NULL);

CREATE UNIQUE INDEX policy_odds_name_key ON projector.policy USING btree (name) WHERE ((kind = 'odds'::text) AND (state <> ALL (ARRAY['draft'::text, 'checked'::text])));

CREATE UNIQUE INDEX policy_one_live ON projector.policy USING btree (kind) WHERE ((kind = 'odds'::text) AND (state = 'live'::text));

CREATE INDEX policy_review_open ON projector.policy_review USING btree (day, id) WHERE (state = 'open'::text);

CREATE INDEX reading_a_by_day ON projector.reading_a USING btree (shown_on);

CREATE INDEX reading_a_by_level ON projector.reading_a USING btree (listed_level DESC, shown_channels);

CREATE INDEX reading_a_subject_idx ON projector.reading_a USING btree (subject) WHERE (blocked_by IS NOT NULL);

CREATE INDEX reading_b_by_day ON projector.reading_b USING btree (shown_on);

CREATE INDEX reading_b_by_level ON projector.reading_b USING btree (listed_level DESC, shown_channels);

CREATE INDEX reading_b_subject_idx ON projector.reading_b USING btree (subject) WHERE (blocked_by IS NOT NULL);

CREATE INDEX reading_by_day ON ONLY projector.reading USING btree (shown_on);

CREATE INDEX reading_by_level ON ONLY projector.reading USING btree (listed_level DESC, shown_channels);

CREATE INDEX reading_incomplete ON ONLY projector.reading USING btree (subject) WHERE (blocked_by IS NOT NULL);

CREATE OR REPLACE FUNCTION projector.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      RAISE EXCEPTION 'what was entered only grows' USING ERRCODE = 'insufficient_privilege';
    END $function$
;

CREATE TRIGGER only_grows BEFORE DELETE OR UPDATE OR TRUNCATE ON projector.points_entry FOR EACH STATEMENT EXECUTE FUNCTION projector.refuse_change();

CREATE VIEW projector.receipt_state AS
 SELECT event_id,
    bool_or(((((entry)::jsonb ->> 'kind'::text) <> 'signal'::text) OR ((((entry)::jsonb -> 's'::text))::integer > 0))) AS counts
   FROM projector.ledger
  WHERE (state = 'folded'::text)
  GROUP BY event_id;

ALTER TABLE projector.ledger ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON projector.ledger AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON projector.ledger AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = ledger.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(ledger.subject, 6)))))));

ALTER TABLE projector.points ENABLE ROW LEVEL SECURITY;
CREATE POLICY not_managed_higher ON projector.points AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING ((NOT (subject IN ( SELECT console.managed_higher() AS managed_higher))));
CREATE POLICY seen_as_a_whole ON projector.points AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON projector.points AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = points.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(points.subject, 6)))))));

ALTER TABLE projector.points_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY not_managed_higher ON projector.points_entry AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING ((NOT (subject IN ( SELECT console.managed_higher() AS managed_higher))));
CREATE POLICY seen_as_a_whole ON projector.points_entry AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON projector.points_entry AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = points_entry.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(points_entry.subject, 6)))))));

ALTER TABLE projector.policy ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON projector.policy AS PERMISSIVE FOR SELECT TO liuqu_console_all USING ((state = ANY (ARRAY['approved'::text, 'live'::text, 'retired'::text])));
CREATE POLICY seen_in_scope ON projector.policy AS PERMISSIVE FOR SELECT TO liuqu_console USING (((state = ANY (ARRAY['approved'::text, 'live'::text, 'retired'::text])) AND (( SELECT console.scope_begin() AS scope_begin) IS NOT NULL)));

ALTER TABLE projector.policy_in_force ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON projector.policy_in_force AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON projector.policy_in_force AS PERMISSIVE FOR SELECT TO liuqu_console USING ((( SELECT console.scope_begin() AS scope_begin) IS NOT NULL));

ALTER TABLE projector.policy_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY not_managed_higher ON projector.policy_review AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING ((NOT (subject IN ( SELECT console.managed_higher() AS managed_higher))));
CREATE POLICY seen_as_a_whole ON projector.policy_review AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON projector.policy_review AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = policy_review.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(policy_review.subject, 6)))))));

ALTER TABLE projector.reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON projector.reading AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON projector.reading AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = reading.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(reading.subject, 6)))))));

GRANT SELECT ON projector.ledger TO liuqu_console;

GRANT SELECT ON projector.ledger TO liuqu_console_all;

GRANT SELECT ON projector.points TO liuqu_console;

GRANT SELECT ON projector.points TO liuqu_console_all;

GRANT SELECT (place, id, subject, scheme, body, note, role, at) ON projector.points_entry TO liuqu_console;

GRANT SELECT (place, id, subject, scheme, body, note, role, at) ON projector.points_entry TO liuqu_console_all;

GRANT SELECT (id, kind, state, name, hash, document) ON projector.policy TO liuqu_console;

GRANT SELECT (id, kind, state, name, hash, document) ON projector.policy TO liuqu_console_all;

GRANT SELECT ON projector.policy_in_force TO liuqu_console;

GRANT SELECT ON projector.policy_in_force TO liuqu_console_all;

GRANT SELECT ON projector.policy_review TO liuqu_console;

GRANT SELECT ON projector.policy_review TO liuqu_console_all;

GRANT SELECT ON projector.reading TO liuqu_console;

GRANT SELECT ON projector.reading TO liuqu_console_all;

CREATE SCHEMA resolver;

CREATE TABLE resolver.cadre (
  id text NOT NULL,
  token text NOT NULL,
  name text NOT NULL,
  category text NOT NULL,
  managed_higher boolean DEFAULT false NOT NULL,
  CONSTRAINT cadre_pkey PRIMARY KEY (id),
  CONSTRAINT cadre_token_key UNIQUE (token)
);

CREATE TABLE resolver.envelope (
  event_id uuid NOT NULL,
  arrival bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  type text NOT NULL,
  channel text NOT NULL,
  agency text NOT NULL,
  source text NOT NULL,
  number text NOT NULL,
  received_on date NOT NULL,
  occurred_on date,
  severity smallint,
  verification text,
  CONSTRAINT envelope_pkey PRIMARY KEY (event_id)
);

CREATE TABLE resolver.joining (
  id uuid NOT NULL,
  subject text NOT NULL,
  kind text NOT NULL,
  signals uuid[] NOT NULL,
  texts integer,
  accounts integer,
  reason text NOT NULL,
  made_by text NOT NULL,
  made_at timestamp with time zone DEFAULT now() NOT NULL,
  undone_by text,
  undone_at timestamp with time zone,
  undone_because text,
  CONSTRAINT joining_kind_check CHECK ((kind = ANY (ARRAY['link'::text, 'campaign'::text]))),
  CONSTRAINT joining_pkey PRIMARY KEY (id)
);

CREATE TABLE resolver.move (
  id uuid NOT NULL,
  subject text NOT NULL,
  to_subject text,
  signals uuid[] NOT NULL,
  reason text NOT NULL,
  asked_by text NOT NULL,
  asked_at timestamp with time zone DEFAULT now() NOT NULL,
  confirmed boolean,
  decided_by text,
  decided_at timestamp with time zone,
  refused_because text,
  CONSTRAINT move_check CHECK ((((confirmed IS NULL) = (decided_by IS NULL)) AND (asked_by IS DISTINCT FROM decided_by) AND (subject IS DISTINCT FROM to_subject))),
  CONSTRAINT move_pkey PRIMARY KEY (id)
);

CREATE TABLE resolver.post (
  code text NOT NULL,
  unit_code text NOT NULL,
  title text NOT NULL,
  factors text[] NOT NULL,
  CONSTRAINT post_pkey PRIMARY KEY (code),
  CONSTRAINT post_unit_code_fkey FOREIGN KEY (unit_code) REFERENCES resolver.unit(code)
);

CREATE TABLE resolver.post_fact (
  event_id uuid NOT NULL,
  kind text NOT NULL,
  cadre_id text NOT NULL,
  post_code text NOT NULL,
  day date NOT NULL,
  CONSTRAINT post_fact_cadre_id_fkey FOREIGN KEY (cadre_id) REFERENCES resolver.cadre(id),
  CONSTRAINT post_fact_kind_check CHECK ((kind = ANY (ARRAY['post-held'::text, 'post-left'::text]))),
  CONSTRAINT post_fact_pkey PRIMARY KEY (event_id),
  CONSTRAINT post_fact_post_code_fkey FOREIGN KEY (post_code) REFERENCES resolver.post(code)
);

CREATE TABLE resolver.post_history (
  cadre_id text NOT NULL,
  post_code text NOT NULL,
  from_day date NOT NULL,
  left_day date,
  path text COLLATE "C" DEFAULT ''::text NOT NULL,
  CONSTRAINT post_history_cadre_id_fkey FOREIGN KEY (cadre_id) REFERENCES resolver.cadre(id),
  CONSTRAINT post_history_pkey PRIMARY KEY (cadre_id, post_code, from_day),
  CONSTRAINT post_history_post_code_fkey FOREIGN KEY (post_code) REFERENCES resolver.post(code)
);

CREATE TABLE resolver.signal (
  event_id uuid NOT NULL,
  state text NOT NULL,
  subject text,
  source text NOT NULL,
  successor uuid,
  evidence text,
  assignment integer DEFAULT 1 NOT NULL,
  CONSTRAINT signal_pkey PRIMARY KEY (event_id),
  CONSTRAINT signal_state_check CHECK ((state = ANY (ARRAY['resolved'::text, 'triage'::text, 'refused'::text])))
);

CREATE TABLE resolver.signal_as_sent (
  event_id uuid NOT NULL,
  subject text NOT NULL,
  agency text NOT NULL,
  number text NOT NULL,
  fields jsonb NOT NULL,
  matter text,
  CONSTRAINT signal_as_sent_event_id_fkey FOREIGN KEY (event_id) REFERENCES resolver.signal(event_id),
  CONSTRAINT signal_as_sent_pkey PRIMARY KEY (event_id)
);

CREATE TABLE resolver.told_message (
  event_id uuid NOT NULL,
  signal uuid NOT NULL,
  place bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT told_message_event_id_fkey FOREIGN KEY (event_id) REFERENCES resolver.signal(event_id),
  CONSTRAINT told_message_pkey PRIMARY KEY (event_id)
);

CREATE TABLE resolver.triage (
  event_id uuid NOT NULL,
  state text DEFAULT 'open'::text NOT NULL,
  named text,
  unit_code text,
  post text,
  label text NOT NULL,
  channel text NOT NULL,
  received_on date NOT NULL,
  candidates jsonb NOT NULL,
  corrects uuid,
  sealed bytea,
  created_at timestamp with time zone DEFAULT now() NOT NULL,
  settled_by text,
  settled_at timestamp with time zone,
  reason text,
  about text DEFAULT 'person'::text NOT NULL,
  because text,
  proposed_cadre text,
  proposed_by text,
  proposed_at timestamp with time zone,
  CONSTRAINT triage_about_check CHECK ((about = ANY (ARRAY['person'::text, 'unit'::text]))),
  CONSTRAINT triage_event_id_fkey FOREIGN KEY (event_id) REFERENCES resolver.signal(event_id),
  CONSTRAINT triage_pkey PRIMARY KEY (event_id),
  CONSTRAINT triage_state_check CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text, 'refused'::text])))
);

CREATE TABLE resolver.unit (
  code text NOT NULL,
  name text NOT NULL,
  parent_code text,
  category text NOT NULL,
  path text COLLATE "C" DEFAULT ''::text NOT NULL,
  CONSTRAINT unit_code_in_path CHECK ((POSITION(('/'::text) IN (code)) = 0)),
  CONSTRAINT unit_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES resolver.unit(code),
  CONSTRAINT unit_pkey PRIMARY KEY (code)
);

CREATE TABLE resolver.waiting (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  awaits uuid NOT NULL,
  event_id uuid NOT NULL,
  sealed bytea NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT waiting_event_id_key UNIQUE (event_id),
  CONSTRAINT waiting_pkey PRIMARY KEY (id)
);

CREATE INDEX cadre_by_name ON resolver.cadre USING btree (name);

CREATE INDEX cadre_managed_higher ON resolver.cadre USING btree (id) WHERE managed_higher;

CREATE INDEX envelope_newest ON resolver.envelope USING btree (received_on DESC, arrival DESC);

CREATE INDEX joining_by_subject ON resolver.joining USING btree (subject);

CREATE INDEX move_by_signal ON resolver.move USING gin (signals);

CREATE INDEX move_waiting ON resolver.move USING btree (asked_at) WHERE (confirmed IS NULL);

CREATE INDEX post_fact_by_holder ON resolver.post_fact USING btree (cadre_id, post_code, kind, day);

CREATE INDEX post_fact_by_post ON resolver.post_fact USING btree (post_code);

CREATE INDEX post_history_by_cadre ON resolver.post_history USING btree (cadre_id, path, from_day, left_day);

CREATE INDEX post_history_by_path ON resolver.post_history USING btree (path);

CREATE INDEX post_history_by_post ON resolver.post_history USING btree (post_code);

CREATE INDEX signal_as_sent_by_subject ON resolver.signal_as_sent USING btree (subject);

CREATE INDEX told_message_by_signal ON resolver.told_message USING btree (signal, place);

CREATE INDEX triage_open ON resolver.triage USING btree (created_at, event_id) WHERE (state = 'open'::text);

CREATE INDEX unit_by_path ON resolver.unit USING btree (path);

CREATE INDEX waiting_by_awaited ON resolver.waiting USING btree (awaits, id);

CREATE OR REPLACE FUNCTION resolver.place_new_post()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      SELECT unit.path INTO NEW.path FROM resolver.post JOIN resolver.unit ON unit.code = post.unit_code
       WHERE post.code = NEW.post_code FOR SHARE;
      NEW.path := coalesce(NEW.path, '');
      RETURN NEW;
    END $function$
;

CREATE OR REPLACE FUNCTION resolver.place_posts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      UPDATE resolver.post_history held SET path = unit.path
        FROM resolver.post JOIN resolver.unit ON unit.code = post.unit_code
       WHERE post.code = held.post_code AND held.path <> unit.path;
      RETURN NULL;
    END $function$
;

CREATE OR REPLACE FUNCTION resolver.place_units()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      WITH RECURSIVE tree (code, path) AS (
        SELECT code, '/' || code || '/' FROM resolver.unit WHERE parent_code IS NULL
        UNION ALL
        SELECT unit.code, tree.path || unit.code || '/' FROM tree JOIN resolver.unit ON unit.parent_code = tree.code
      )
      UPDATE resolver.unit SET path = tree.path FROM tree WHERE unit.code = tree.code AND unit.path <> tree.path;
      RETURN NULL;
    END $function$
;

CREATE TRIGGER posts_moved AFTER UPDATE OF unit_code ON resolver.post FOR EACH STATEMENT EXECUTE FUNCTION resolver.place_posts();

CREATE TRIGGER post_placed BEFORE INSERT OR UPDATE OF post_code ON resolver.post_history FOR EACH ROW EXECUTE FUNCTION resolver.place_new_post();

CREATE TRIGGER posts_moved AFTER UPDATE OF path ON resolver.unit FOR EACH STATEMENT EXECUTE FUNCTION resolver.place_posts();

CREATE TRIGGER units_placed AFTER INSERT OR UPDATE OF code, parent_code ON resolver.unit FOR EACH STATEMENT EXECUTE FUNCTION resolver.place_units();

CREATE VIEW resolver.bearings AS
 SELECT cadre.id AS cadre_id,
    cadre.category,
    unit.code AS unit,
    COALESCE(NULLIF(split_part(unit.path, '/'::text, 3), ''::text), unit.code) AS region,
    ('principal'::text = ANY (held.factors)) AS principal
   FROM ((resolver.cadre
     JOIN LATERAL ( SELECT post.unit_code,
            post.factors
           FROM (resolver.post_history history
             JOIN resolver.post ON ((post.code = history.post_code)))
          WHERE ((history.cadre_id = cadre.id) AND (history.from_day <= console.today()) AND ((history.left_day IS NULL) OR (history.left_day > console.today())))
          ORDER BY history.from_day DESC, history.post_code
         LIMIT 1) held ON (true))
     JOIN resolver.unit ON ((unit.code = held.unit_code)));

CREATE VIEW resolver.managed_higher AS
 SELECT cadre.id AS subject
   FROM resolver.cadre
  WHERE cadre.managed_higher
UNION ALL
 SELECT cadre.id AS subject
   FROM (gateway.managed_higher listed
     JOIN resolver.cadre ON ((cadre.token = listed.value)))
  WHERE (listed.kind = 'token'::text)
UNION ALL
 SELECT held.cadre_id AS subject
   FROM ((gateway.managed_higher listed
     JOIN resolver.unit ON ((unit.code = listed.value)))
     JOIN resolver.post_history held ON ((held.path = unit.path)))
  WHERE ((listed.kind = 'unit'::text) AND (held.from_day <= console.today()) AND ((held.left_day IS NULL) OR (held.left_day > console.today())))
UNION ALL
 SELECT ('unit:'::text || listed.value) AS subject
   FROM gateway.managed_higher listed
  WHERE (listed.kind = 'unit'::text);

CREATE VIEW resolver.receipt_state AS
 SELECT signal.event_id,
    signal.state,
        CASE
            WHEN (signal.state = 'refused'::text) THEN COALESCE(triage.because, 'its-signal-not-taken'::text)
            ELSE NULL::text
        END AS because,
    NULL::uuid AS awaits,
    NULL::text AS awaited
   FROM (resolver.signal
     LEFT JOIN resolver.triage USING (event_id))
UNION ALL
 SELECT waiting.event_id,
    'waiting'::text AS state,
    NULL::text AS because,
    waiting.awaits,
        CASE
            WHEN (EXISTS ( SELECT
               FROM resolver.triage
              WHERE ((triage.event_id = waiting.awaits) AND (triage.state = 'open'::text)))) THEN 'subject-not-known'::text
            ELSE 'not-received'::text
        END AS awaited
   FROM resolver.waiting;

ALTER TABLE resolver.cadre ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON resolver.cadre AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.cadre AS PERMISSIVE FOR SELECT TO liuqu_console USING ((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = cadre.id) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))));

ALTER TABLE resolver.envelope ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON resolver.envelope AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.envelope AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.signal
  WHERE (signal.event_id = envelope.event_id))) OR (EXISTS ( SELECT
   FROM resolver.waiting
  WHERE (waiting.event_id = envelope.event_id)))));

ALTER TABLE resolver.joining ENABLE ROW LEVEL SECURITY;
CREATE POLICY not_managed_higher ON resolver.joining AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING ((NOT (subject IN ( SELECT console.managed_higher() AS managed_higher))));
CREATE POLICY seen_as_a_whole ON resolver.joining AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.joining AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = joining.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(joining.subject, 6)))))));

ALTER TABLE resolver.move ENABLE ROW LEVEL SECURITY;
CREATE POLICY not_managed_higher ON resolver.move AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING ((NOT (subject IN ( SELECT console.managed_higher() AS managed_higher))));
CREATE POLICY not_to_managed_higher ON resolver.move AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING (((to_subject IS NULL) OR (NOT (to_subject IN ( SELECT console.managed_higher() AS managed_higher)))));
CREATE POLICY seen_as_a_whole ON resolver.move AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.move AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = move.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(move.subject, 6)))))));
CREATE POLICY seen_where_it_goes ON resolver.move AS RESTRICTIVE FOR SELECT TO liuqu_console USING (((to_subject IS NULL) OR (EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = move.to_subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((to_subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(move.to_subject, 6)))))));

ALTER TABLE resolver.post ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON resolver.post AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.post AS PERMISSIVE FOR SELECT TO liuqu_console USING ((EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = post.unit_code))));

ALTER TABLE resolver.post_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON resolver.post_history AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.post_history AS PERMISSIVE FOR SELECT TO liuqu_console USING (((path >= ( SELECT console.scope_begin() AS scope_begin)) AND (path < ( SELECT console.scope_end() AS scope_end))));

ALTER TABLE resolver.signal ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON resolver.signal AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.signal AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = signal.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(signal.subject, 6))))) OR ((subject IS NULL) AND (EXISTS ( SELECT
   FROM resolver.triage
  WHERE (triage.event_id = signal.event_id))))));

ALTER TABLE resolver.signal_as_sent ENABLE ROW LEVEL SECURITY;
CREATE POLICY not_managed_higher ON resolver.signal_as_sent AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING ((NOT (subject IN ( SELECT console.managed_higher() AS managed_higher))));
CREATE POLICY seen_as_a_whole ON resolver.signal_as_sent AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.signal_as_sent AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = signal_as_sent.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(signal_as_sent.subject, 6)))))));

ALTER TABLE resolver.triage ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON resolver.triage AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.triage AS PERMISSIVE FOR SELECT TO liuqu_console USING ((EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = triage.unit_code))));

ALTER TABLE resolver.unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON resolver.unit AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.unit AS PERMISSIVE FOR SELECT TO liuqu_console USING (((path >= ( SELECT console.scope_begin() AS scope_begin)) AND (path < ( SELECT console.scope_end() AS scope_end))));

ALTER TABLE resolver.waiting ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON resolver.waiting AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON resolver.waiting AS PERMISSIVE FOR SELECT TO liuqu_console USING ((EXISTS ( SELECT
   FROM resolver.triage
  WHERE (triage.event_id = waiting.awaits))));

GRANT SELECT (id, name, category, managed_higher) ON resolver.cadre TO liuqu_console;

GRANT SELECT (id, name, category, managed_higher) ON resolver.cadre TO liuqu_console_all;

GRANT SELECT ON resolver.envelope TO liuqu_console;

GRANT SELECT ON resolver.envelope TO liuqu_console_all;

GRANT SELECT ON resolver.joining TO liuqu_console;

GRANT SELECT ON resolver.joining TO liuqu_console_all;

GRANT SELECT ON resolver.move TO liuqu_console;

GRANT SELECT ON resolver.move TO liuqu_console_all;

GRANT SELECT ON resolver.post TO liuqu_console;

GRANT SELECT ON resolver.post TO liuqu_console_all;

GRANT SELECT ON resolver.post_history TO liuqu_console;

GRANT SELECT ON resolver.post_history TO liuqu_console_all;

GRANT SELECT (event_id, state, subject, evidence) ON resolver.signal TO liuqu_console;

GRANT SELECT (event_id, state, subject, evidence) ON resolver.signal TO liuqu_console_all;

GRANT SELECT ON resolver.signal_as_sent TO liuqu_console;

GRANT SELECT ON resolver.signal_as_sent TO liuqu_console_all;

GRANT SELECT (event_id, state, named, unit_code, post, label, channel, received_on, candidates, corrects, created_at, about, because, proposed_cadre, proposed_by, proposed_at) ON resolver.triage TO liuqu_console;

GRANT SELECT (event_id, state, named, unit_code, post, label, channel, received_on, candidates, corrects, created_at, about, because, proposed_cadre, proposed_by, proposed_at) ON resolver.triage TO liuqu_console_all;

GRANT SELECT ON resolver.unit TO liuqu_console;

GRANT SELECT ON resolver.unit TO liuqu_console_all;

GRANT SELECT (id, awaits, event_id) ON resolver.waiting TO liuqu_console;

GRANT SELECT (id, awaits, event_id) ON resolver.waiting TO liuqu_console_all;

CREATE SCHEMA workflow;

CREATE TABLE workflow.candidate (
  id uuid NOT NULL,
  cadre_id text NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  cause uuid NOT NULL,
  proposed_on date NOT NULL,
  due_on date NOT NULL,
  overdue_noted_at timestamp with time zone,
  level text NOT NULL,
  e_milli integer NOT NULL,
  p_milli integer NOT NULL,
  policy text NOT NULL,
  leading_matter text NOT NULL,
  reasons jsonb NOT NULL,
  rest jsonb NOT NULL,
  recommended jsonb NOT NULL,
  later_events jsonb DEFAULT '[]'::jsonb NOT NULL,
  dismissal_reason text,
  dismissal_asked_by text,
  decided_by text,
  decided_at timestamp with time zone,
  clue_number text,
  basis_changes jsonb DEFAULT '[]'::jsonb NOT NULL,
  to_review boolean DEFAULT false NOT NULL,
  review_since date,
  CONSTRAINT candidate_clue_number_key UNIQUE (clue_number),
  CONSTRAINT candidate_pkey PRIMARY KEY (id),
  CONSTRAINT candidate_state_check CHECK ((state = ANY (ARRAY['held'::text, 'proposed'::text, 'dismissal-asked'::text, 'dismissed'::text, 'taken'::text, 'withdrawn'::text])))
);

CREATE TABLE workflow.candidate_limit (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  most integer NOT NULL,
  reason text NOT NULL,
  set_by text NOT NULL,
  set_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT candidate_limit_most_check CHECK ((most >= 0)),
  CONSTRAINT candidate_limit_pkey PRIMARY KEY (id)
);

CREATE TABLE workflow.clue_check (
  cadre_id text NOT NULL,
  cause uuid NOT NULL,
  level text NOT NULL,
  e_milli integer NOT NULL,
  day date NOT NULL,
  CONSTRAINT clue_check_pkey PRIMARY KEY (cadre_id, cause)
);

CREATE TABLE workflow.inquiry_event (
  cadre_id text NOT NULL,
  version integer NOT NULL,
  body text NOT NULL,
  at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT inquiry_event_pkey PRIMARY KEY (cadre_id, version)
);

CREATE TABLE workflow.override (
  id uuid NOT NULL,
  subject text NOT NULL,
  level text NOT NULL,
  until_day date NOT NULL,
  reason text NOT NULL,
  asked_by text NOT NULL,
  asked_on date NOT NULL,
  confirmed boolean,
  decided_by text,
  decided_on date,
  refused_because text,
  lifted_by text,
  lifted_on date,
  lifted_because text,
  CONSTRAINT override_check CHECK ((((confirmed IS NULL) = (decided_by IS NULL)) AND (asked_by IS DISTINCT FROM decided_by))),
  CONSTRAINT override_level_check CHECK ((level = ANY (ARRAY['none'::text, 'watch'::text, 'remind'::text, 'inquiry'::text, 'priority'::text]))),
  CONSTRAINT override_pkey PRIMARY KEY (id)
);

CREATE INDEX candidate_by_day ON workflow.candidate USING btree (proposed_on);

CREATE INDEX candidate_by_due ON workflow.candidate USING btree (due_on) WHERE ((state = ANY (ARRAY['held'::text, 'proposed'::text, 'dismissal-asked'::text])) AND (overdue_noted_at IS NULL));

CREATE UNIQUE INDEX candidate_one_open ON workflow.candidate USING btree (cadre_id) WHERE (state = ANY (ARRAY['held'::text, 'proposed'::text, 'dismissal-asked'::text]));

CREATE INDEX override_by_subject ON workflow.override USING btree (subject);

CREATE VIEW workflow.decided_candidate AS
 SELECT cadre_id,
    cause,
    (state = 'taken'::text) AS taken,
    reasons
   FROM workflow.candidate
  WHERE (state = ANY (ARRAY['taken'::text, 'dismissed'::text]));

ALTER TABLE workflow.candidate ENABLE ROW LEVEL SECURITY;
CREATE POLICY not_managed_higher ON workflow.candidate AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING ((NOT (cadre_id IN ( SELECT console.managed_higher() AS managed_higher))));
CREATE POLICY seen_as_a_whole ON workflow.candidate AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON workflow.candidate AS PERMISSIVE FOR SELECT TO liuqu_console USING ((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = candidate.cadre_id) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))));

ALTER TABLE workflow.candidate_limit ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON workflow.candidate_limit AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON workflow.candidate_limit AS PERMISSIVE FOR SELECT TO liuqu_console USING ((( SELECT console.scope_begin() AS scope_begin) IS NOT NULL));

ALTER TABLE workflow.clue_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON workflow.clue_check AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON workflow.clue_check AS PERMISSIVE FOR SELECT TO liuqu_console USING ((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = clue_check.cadre_id) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))));

ALTER TABLE workflow.inquiry_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen_as_a_whole ON workflow.inquiry_event AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON workflow.inquiry_event AS PERMISSIVE FOR SELECT TO liuqu_console USING ((EXISTS ( SELECT
   FROM workflow.candidate
  WHERE (candidate.cadre_id = inquiry_event.cadre_id))));

ALTER TABLE workflow.override ENABLE ROW LEVEL SECURITY;
CREATE POLICY not_managed_higher ON workflow.override AS RESTRICTIVE FOR SELECT TO liuqu_console, liuqu_console_all USING ((NOT (subject IN ( SELECT console.managed_higher() AS managed_higher))));
CREATE POLICY seen_as_a_whole ON workflow.override AS PERMISSIVE FOR SELECT TO liuqu_console_all USING (true);
CREATE POLICY seen_in_scope ON workflow.override AS PERMISSIVE FOR SELECT TO liuqu_console USING (((EXISTS ( SELECT
   FROM resolver.post_history held
  WHERE ((held.cadre_id = override.subject) AND (held.from_day <= ( SELECT console.today() AS today)) AND ((held.left_day IS NULL) OR (held.left_day > ( SELECT console.today() AS today)))))) OR ((subject ~~ 'unit:%'::text) AND (EXISTS ( SELECT
   FROM resolver.unit
  WHERE (unit.code = substr(override.subject, 6)))))));

GRANT SELECT ON workflow.candidate TO liuqu_console;

GRANT SELECT ON workflow.candidate TO liuqu_console_all;

GRANT SELECT ON workflow.candidate_limit TO liuqu_console;

GRANT SELECT ON workflow.candidate_limit TO liuqu_console_all;

GRANT SELECT ON workflow.clue_check TO liuqu_console;

GRANT SELECT ON workflow.clue_check TO liuqu_console_all;

GRANT SELECT ON workflow.inquiry_event TO liuqu_console;

GRANT SELECT ON workflow.inquiry_event TO liuqu_console_all;

GRANT SELECT ON workflow.override TO liuqu_console;

GRANT SELECT ON workflow.override TO liuqu_console_all;
