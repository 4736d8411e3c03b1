-- A Brand's catalogue of penalty classifications. A version never changes but for being in force; products and their loans hold what they took of it.
CREATE TABLE penalty_classification (
  brand        text        NOT NULL COLLATE "C",
  code         text        NOT NULL COLLATE "C",
  version      integer     NOT NULL CHECK (version > 0),
  name         text        NOT NULL,
  currency     text        NOT NULL COLLATE "C",
  from_dpd     integer     NOT NULL,
  to_dpd       integer,
  percent      numeric,
  fixed        bigint,
  active       boolean     NOT NULL,
  added_by     text        NOT NULL,
  added_at     timestamptz NOT NULL,
  activated_by text,
  activated_at timestamptz,
  PRIMARY KEY (brand, code, version)
);

GRANT SELECT, INSERT, UPDATE (active, activated_by, activated_at) ON penalty_classification TO lending_app;
ALTER TABLE penalty_classification ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON penalty_classification TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
