-- What of a loan is charged off and neither recovered nor given up: the ledger holds it against the receivables.
ALTER TABLE loan ADD COLUMN charged_off bigint NOT NULL DEFAULT 0;
