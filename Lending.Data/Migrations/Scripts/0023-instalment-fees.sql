-- Fees that come with instalments, and what payments paid of them.
ALTER TABLE loan ADD COLUMN fee_due bigint NOT NULL DEFAULT 0;
ALTER TABLE instalment ADD COLUMN fee bigint NOT NULL DEFAULT 0, ADD COLUMN paid_fee bigint NOT NULL DEFAULT 0;
ALTER TABLE payment ADD COLUMN fee bigint NOT NULL DEFAULT 0;
