-- What happened. Payload and actor are kept as the exact text that was hashed, so that anybody can recompute the chain.
CREATE TABLE journal (
  position       bigint GENERATED ALWAYS AS IDENTITY,
  stream         text        NOT NULL COLLATE "C",
  version        integer     NOT NULL CHECK (version > 0),
  brand          text        NOT NULL COLLATE "C",
  type           text        NOT NULL COLLATE "C",
  payload        text        NOT NULL,
  actor          text        NOT NULL,
  correlation_id uuid        NOT NULL,
  command_id     text        NOT NULL COLLATE "C",
  business_date  date        NOT NULL,
  recorded_at    timestamptz NOT NULL,
  previous_hash  bytea       NOT NULL CHECK (length(previous_hash) = 32),
  hash           bytea       NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (stream, version)
);

-- Double entry. A line has exactly one side; a statement that does not balance per event and currency is refused whole.
CREATE TABLE posting (
  stream        text    NOT NULL COLLATE "C",
  version       integer NOT NULL,
  line          integer NOT NULL,
  brand         text    NOT NULL COLLATE "C",
  account       text    NOT NULL COLLATE "C",
  currency      text    NOT NULL COLLATE "C",
  debit         bigint  NOT NULL CHECK (debit >= 0),
  credit        bigint  NOT NULL CHECK (credit >= 0),
  memo          text    NOT NULL,
  business_date date    NOT NULL,
  PRIMARY KEY (stream, version, line),
  CHECK ((debit > 0) <> (credit > 0))
);

CREATE FUNCTION refuse_unbalanced_postings() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  bad record;
BEGIN
  SELECT stream, version, currency INTO bad FROM written
  GROUP BY stream, version, currency HAVING sum(debit) <> sum(credit) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'postings of % version % in % do not balance', bad.stream, bad.version, bad.currency
      USING ERRCODE = 'check_violation', CONSTRAINT = 'posting_balanced';
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER posting_balanced AFTER INSERT ON posting REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unbalanced_postings();

-- A command id that was used, with the hash of what it said. The same id is never applied twice.
CREATE TABLE command (
  brand        text        NOT NULL COLLATE "C",
  id           text        NOT NULL COLLATE "C",
  payload_hash text        NOT NULL COLLATE "C",
  stream       text        NOT NULL COLLATE "C",
  version      integer     NOT NULL,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (brand, id)
);

-- What has to be done outside because of an event, exactly once per key.
CREATE TABLE outbox (
  position        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  brand           text        NOT NULL COLLATE "C",
  kind            text        NOT NULL COLLATE "C",
  key             text        NOT NULL COLLATE "C",
  data            jsonb       NOT NULL,
  stream          text        NOT NULL COLLATE "C",
  created_at      timestamptz NOT NULL,
  next_attempt_at timestamptz NOT NULL,
  attempts        integer     NOT NULL DEFAULT 0,
  claimed_until   timestamptz,
  done_at         timestamptz,
  failed_at       timestamptz,
  last_error      text,
  UNIQUE (brand, key)
);
CREATE INDEX outbox_open ON outbox (brand, next_attempt_at) WHERE done_at IS NULL AND failed_at IS NULL;

GRANT SELECT, INSERT ON journal, posting, command TO lending_app;
GRANT SELECT, INSERT, UPDATE ON outbox TO lending_app;
