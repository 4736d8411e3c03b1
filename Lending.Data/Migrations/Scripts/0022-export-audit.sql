-- Who saved which list as a file: what it was narrowed to, which columns, how many rows. Filter holds choices only, never what was searched for.
CREATE TABLE export_audit (
  position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  brand       text        NOT NULL COLLATE "C",
  staff_id    text        NOT NULL,
  list        text        NOT NULL,
  filter      text        NOT NULL,
  columns     text        NOT NULL,
  rows        integer     NOT NULL,
  origin      text,
  exported_at timestamptz NOT NULL
);
CREATE INDEX export_audit_recent ON export_audit (brand, position);
CREATE INDEX read_audit_recent ON read_audit (brand, position);

GRANT SELECT, INSERT ON export_audit TO lending_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO lending_app;
ALTER TABLE export_audit ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON export_audit TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
