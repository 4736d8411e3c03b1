-- Who made a Brand, a product version or a member of staff, or gave one new means of signing in. Written once, in the statement that does it.
-- No personal data: staff go by their id.
CREATE TABLE administration (
  position       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  brand          text        NOT NULL COLLATE "C",
  what           text        NOT NULL COLLATE "C",
  subject        text        NOT NULL,
  actor          text        NOT NULL,
  command_id     text        NOT NULL,
  correlation_id uuid        NOT NULL,
  recorded_at    timestamptz NOT NULL
);
CREATE INDEX administration_recent ON administration (brand, recorded_at);

GRANT SELECT, INSERT ON administration TO lending_app;
ALTER TABLE administration ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON administration TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
