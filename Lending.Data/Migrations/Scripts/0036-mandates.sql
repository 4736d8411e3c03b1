-- Mandates and debits to ask the provider about until it says how they ended. Work, not truth: the journal has both, the ledger the money.
CREATE TABLE mandate_look (
  brand        text        NOT NULL COLLATE "C",
  reference    text        NOT NULL COLLATE "C",
  kind         text        NOT NULL COLLATE "C" CHECK (kind IN ('mandate', 'debit')),
  loan         text        NOT NULL COLLATE "C",
  added_at     timestamptz NOT NULL,
  next_look_at timestamptz NOT NULL,
  ended_at     timestamptz,
  outcome      text        COLLATE "C",
  PRIMARY KEY (brand, reference)
);
CREATE INDEX mandate_look_open ON mandate_look (brand, next_look_at) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON mandate_look TO lending_app;
ALTER TABLE mandate_look ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON mandate_look TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
