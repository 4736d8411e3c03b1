CREATE TABLE document (
  brand      text        NOT NULL COLLATE "C",
  id         text        NOT NULL COLLATE "C",
  loan       text        COLLATE "C",
  customer   text        COLLATE "C",
  kind       text        NOT NULL COLLATE "C",
  blob       text        NOT NULL,
  sha256     text        NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (brand, id)
);
CREATE INDEX document_loan ON document (brand, loan);
CREATE INDEX document_customer ON document (brand, customer);

-- Calls to third parties are made before a Brand is known as well as for one, so this table is the platform's, not a Brand's. No personal data.
CREATE TABLE provider_call (
  position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  request_id  text        NOT NULL,
  capability  text        NOT NULL,
  operation   text        NOT NULL,
  started_at  timestamptz NOT NULL,
  status      integer,
  attempts    integer     NOT NULL,
  latency_ms  bigint      NOT NULL,
  outcome     text        NOT NULL,
  trace_id    text
);
CREATE INDEX provider_call_recent ON provider_call (started_at);

CREATE TABLE day_end_run (
  brand         text        NOT NULL COLLATE "C",
  date          date        NOT NULL,
  state         text        NOT NULL COLLATE "C" CHECK (state IN ('requested', 'running', 'done', 'failed', 'cancelled')),
  requested_by  text        NOT NULL,
  requested_at  timestamptz NOT NULL,
  total         integer     NOT NULL DEFAULT 0,
  done          integer     NOT NULL DEFAULT 0,
  failed        integer     NOT NULL DEFAULT 0,
  worker        text,
  heartbeat_at  timestamptz,
  started_at    timestamptz,
  finished_at   timestamptz,
  PRIMARY KEY (brand, date)
);

CREATE TABLE day_end_failure (
  brand     text        NOT NULL COLLATE "C",
  date      date        NOT NULL,
  loan      text        NOT NULL COLLATE "C",
  reason    text        NOT NULL,
  failed_at timestamptz NOT NULL,
  PRIMARY KEY (brand, date, loan)
);

-- Who saw a clear value, of whom, and the reason they gave.
CREATE TABLE read_audit (
  position  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  brand     text        NOT NULL COLLATE "C",
  staff_id  text        NOT NULL,
  customer  text        NOT NULL COLLATE "C",
  field     text        NOT NULL,
  reason    text        NOT NULL,
  origin    text,
  read_at   timestamptz NOT NULL
);
CREATE INDEX read_audit_customer ON read_audit (brand, customer, read_at);

CREATE TABLE draft (
  brand    text        NOT NULL COLLATE "C",
  staff_id text        NOT NULL COLLATE "C",
  key      text        NOT NULL,
  body     text        NOT NULL CHECK (length(body) <= 100000),
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (brand, staff_id, key)
);

CREATE TABLE preference (
  brand    text        NOT NULL COLLATE "C",
  staff_id text        NOT NULL COLLATE "C",
  key      text        NOT NULL,
  body     text        NOT NULL CHECK (length(body) <= 20000),
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (brand, staff_id, key)
);

GRANT SELECT, INSERT ON document, provider_call, read_audit TO lending_app;
GRANT SELECT, INSERT, UPDATE ON day_end_run TO lending_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON day_end_failure, draft, preference TO lending_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO lending_app;
