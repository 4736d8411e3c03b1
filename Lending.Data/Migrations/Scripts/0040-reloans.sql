-- Whether another loan could be offered once one was repaid, with every reason, and the offers that came of it. Read models of the journal.
CREATE TABLE reloan_check (
  brand       text        NOT NULL COLLATE "C",
  loan        text        NOT NULL COLLATE "C",
  number      integer     NOT NULL,
  customer_id text        NOT NULL COLLATE "C",
  on_day      date        NOT NULL,
  checked_by  text        NOT NULL,
  eligible    boolean     NOT NULL,
  findings    jsonb       NOT NULL,
  version     integer     NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (brand, loan, number)
);
CREATE INDEX reloan_check_newest ON reloan_check (brand, recorded_at DESC, loan DESC);
CREATE INDEX reloan_check_customer ON reloan_check (brand, customer_id);

CREATE TABLE reloan_offer (
  brand        text        NOT NULL COLLATE "C",
  loan         text        NOT NULL COLLATE "C",
  number       integer     NOT NULL,
  customer_id  text        NOT NULL COLLATE "C",
  product_code text        NOT NULL COLLATE "C",
  currency     text        NOT NULL COLLATE "C",
  previous     bigint      NOT NULL,
  amount       bigint      NOT NULL,
  tenure       integer     NOT NULL,
  valid_until  date        NOT NULL,
  state        text        NOT NULL COLLATE "C",
  ending       text        COLLATE "C",
  decided_on   date,
  decided_by   text,
  reason       text,
  application  text        COLLATE "C",
  taken        bigint,
  version      integer     NOT NULL,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (brand, loan, number)
);
CREATE INDEX reloan_offer_open ON reloan_offer (brand, valid_until) WHERE state IN ('Pending', 'Approved') AND application IS NULL;

GRANT SELECT, INSERT, UPDATE ON reloan_check, reloan_offer TO lending_app;
ALTER TABLE reloan_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON reloan_check TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
ALTER TABLE reloan_offer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON reloan_offer TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
