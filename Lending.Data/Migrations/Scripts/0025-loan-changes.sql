-- Changes of running loans, asked for by one person and made or turned down by another. A read model of the journal, as loan and payment are.
CREATE TABLE loan_change (
  brand       text        NOT NULL COLLATE "C",
  loan        text        NOT NULL COLLATE "C",
  id          text        NOT NULL COLLATE "C",
  kind        text        NOT NULL COLLATE "C",
  state       text        NOT NULL COLLATE "C",
  on_day      date        NOT NULL,
  note        text,
  reason      text,
  asked_by    text,
  decided_by  text,
  version     integer     NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (brand, loan, id)
);
CREATE INDEX loan_change_waiting ON loan_change (brand, recorded_at) WHERE state = 'proposed';

GRANT SELECT, INSERT, UPDATE ON loan_change TO lending_app;
ALTER TABLE loan_change ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON loan_change TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));

-- A revised schedule may be shorter than the one before it.
GRANT DELETE ON instalment TO lending_app;
