-- A payment writes fewer rows and index entries; what is promised stays as it was.

-- A used command id stands on the event that its command ended with, so it needs no row of its own. Day end's events carry none: they are repeatable by date.
ALTER TABLE journal ADD COLUMN payload_hash text COLLATE "C";
UPDATE journal j SET payload_hash = c.payload_hash FROM command c WHERE c.stream = j.stream AND c.version = j.version;
CREATE UNIQUE INDEX journal_command ON journal (brand, command_id) WHERE payload_hash IS NOT NULL;
DROP TABLE command;

-- The state a loan is loaded from, beside its row and not in it: it is written at some versions only, and the events since are applied when it is read.
CREATE TABLE loan_state (
  brand   text    NOT NULL COLLATE "C",
  id      text    NOT NULL COLLATE "C",
  version integer NOT NULL,
  state   text    NOT NULL,
  PRIMARY KEY (brand, id)
) WITH (fillfactor = 60, toast_tuple_target = 8160, autovacuum_vacuum_scale_factor = 0.05);
INSERT INTO loan_state (brand, id, version, state) SELECT brand, id, version, state FROM loan;
ALTER TABLE loan DROP COLUMN state;
ALTER TABLE loan RESET (toast_tuple_target);
GRANT SELECT, INSERT, UPDATE ON loan_state TO lending_app;
ALTER TABLE loan_state ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON loan_state TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));

-- What is to be done is known by its key; the position is only its place in line.
ALTER TABLE outbox DROP CONSTRAINT outbox_pkey, DROP CONSTRAINT outbox_brand_key_key, ADD PRIMARY KEY (brand, key);
