-- How a loan is classified, and what the ledger holds for it besides what is owed.
ALTER TABLE loan
  ADD COLUMN asset_class text NOT NULL COLLATE "C" DEFAULT 'Standard',
  ADD COLUMN suspended_interest bigint NOT NULL DEFAULT 0,
  ADD COLUMN provision bigint NOT NULL DEFAULT 0;

-- Postings are written in the order of their days, so a few pages tell where a day lies.
CREATE INDEX posting_day ON posting USING brin (business_date) WITH (pages_per_range = 32);

-- What all accounts held at the end of a day that is closed for every loan; only the newest is kept, so that the next night adds up one day.
CREATE TABLE ledger_balance (
  brand    text   NOT NULL COLLATE "C",
  currency text   NOT NULL COLLATE "C",
  account  text   NOT NULL COLLATE "C",
  through  date   NOT NULL,
  debit    bigint NOT NULL,
  credit   bigint NOT NULL,
  PRIMARY KEY (brand, currency, account)
);

-- The whole book against the ledger, after each day's end.
CREATE TABLE reconciliation (
  brand     text        NOT NULL COLLATE "C",
  date      date        NOT NULL,
  made_at   timestamptz NOT NULL,
  took_ms   integer     NOT NULL,
  loans     integer     NOT NULL,
  agrees    boolean     NOT NULL,
  PRIMARY KEY (brand, date)
);

-- Balance is debit less credit. loans is null for an account that no loan keeps a balance of.
CREATE TABLE reconciliation_account (
  brand    text   NOT NULL COLLATE "C",
  date     date   NOT NULL,
  currency text   NOT NULL COLLATE "C",
  account  text   NOT NULL COLLATE "C",
  ledger   bigint NOT NULL,
  loans    bigint,
  PRIMARY KEY (brand, date, currency, account)
);

CREATE TABLE reconciliation_difference (
  brand    text   NOT NULL COLLATE "C",
  date     date   NOT NULL,
  loan     text   NOT NULL COLLATE "C",
  currency text   NOT NULL COLLATE "C",
  account  text   NOT NULL COLLATE "C",
  ledger   bigint NOT NULL,
  balance  bigint NOT NULL,
  PRIMARY KEY (brand, date, loan, currency, account)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON ledger_balance, reconciliation, reconciliation_account, reconciliation_difference TO lending_app;
DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['ledger_balance', 'reconciliation', 'reconciliation_account', 'reconciliation_difference']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      'CREATE POLICY own_brand ON %I TO lending_app
         USING (brand = (SELECT current_setting(''lending.brand'', true)))
         WITH CHECK (brand = (SELECT current_setting(''lending.brand'', true)))', tenant);
  END LOOP;
END $$;
