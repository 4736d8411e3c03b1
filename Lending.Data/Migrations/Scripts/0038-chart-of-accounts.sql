-- The accounts a Brand has beside the standard chart, and standard ones that it calls otherwise or has retired. Purpose and number never change.
CREATE TABLE account (
  brand       text NOT NULL COLLATE "C",
  number      text NOT NULL COLLATE "C",
  name        text NOT NULL,
  purpose     text NOT NULL COLLATE "C",
  active_from date,
  retired_on  date,
  PRIMARY KEY (brand, number)
);
GRANT SELECT, INSERT, UPDATE (name, retired_on) ON account TO lending_app;
ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON account TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));

-- Which account new loans post to, by purpose and part of it, as asked for by one person and decided by another. Of those approved the newest holds;
-- number is null where the choice was taken back.
CREATE TABLE account_choice (
  position    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  brand       text        NOT NULL COLLATE "C",
  id          text        NOT NULL COLLATE "C",
  purpose     text        NOT NULL COLLATE "C",
  part        text,
  number      text        COLLATE "C",
  state       text        NOT NULL COLLATE "C" CHECK (state IN ('Waiting', 'Approved', 'TurnedDown')),
  asked_by    text        NOT NULL,
  asked_at    timestamptz NOT NULL,
  decided_by  text,
  decided_at  timestamptz,
  UNIQUE (brand, id)
);
CREATE UNIQUE INDEX account_choice_waiting ON account_choice (brand, purpose, upper(coalesce(part, ''))) WHERE state = 'Waiting';

GRANT SELECT, INSERT, UPDATE (state, decided_by, decided_at) ON account_choice TO lending_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO lending_app;
ALTER TABLE account_choice ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON account_choice TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));

-- The accounts that hold a loan's balances, by purpose as JSON, where they are not those of the standard chart.
ALTER TABLE loan ADD COLUMN ledger_accounts text COLLATE "C";
