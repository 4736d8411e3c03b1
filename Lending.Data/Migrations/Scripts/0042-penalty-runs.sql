-- Runs of late charges over all loans: asked for by one person, started by another, carried out by one worker at a time. Amounts are JSON, one for each currency.
CREATE TABLE penalty_run (
  brand          text        NOT NULL COLLATE "C",
  id             text        NOT NULL COLLATE "C",
  date           date        NOT NULL,
  state          text        NOT NULL COLLATE "C",
  asked_by       text        NOT NULL,
  asked_at       timestamptz NOT NULL,
  expected_loans integer     NOT NULL,
  expected       text        NOT NULL,
  decided_by     text,
  decided_at     timestamptz,
  total          integer     NOT NULL DEFAULT 0,
  done           integer     NOT NULL DEFAULT 0,
  failed         integer     NOT NULL DEFAULT 0,
  charged_loans  integer     NOT NULL DEFAULT 0,
  charged        text        NOT NULL DEFAULT '[]',
  worker         text,
  heartbeat_at   timestamptz,
  finished_at    timestamptz,
  PRIMARY KEY (brand, id)
);
CREATE UNIQUE INDEX penalty_run_open ON penalty_run (brand) WHERE state IN ('Asked', 'Requested', 'Running');
CREATE INDEX penalty_run_newest ON penalty_run (brand, asked_at DESC);

CREATE TABLE penalty_run_failure (
  brand  text NOT NULL COLLATE "C",
  run    text NOT NULL COLLATE "C",
  loan   text NOT NULL COLLATE "C",
  reason text NOT NULL,
  PRIMARY KEY (brand, run, loan)
);

-- What a run charged is found by its id.
CREATE INDEX loan_change_late_charge ON loan_change (brand, id) WHERE kind = 'late-charge';

GRANT SELECT, INSERT, UPDATE ON penalty_run, penalty_run_failure TO lending_app;
ALTER TABLE penalty_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON penalty_run TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
ALTER TABLE penalty_run_failure ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON penalty_run_failure TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
