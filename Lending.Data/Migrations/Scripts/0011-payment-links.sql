-- Payment links to ask the provider about until it says how they ended. Work, not truth: the journal has the link, the ledger its payment.
CREATE TABLE payment_link (
  brand        text        NOT NULL COLLATE "C",
  id           text        NOT NULL COLLATE "C",
  loan         text        NOT NULL COLLATE "C",
  added_at     timestamptz NOT NULL,
  next_look_at timestamptz NOT NULL,
  ended_at     timestamptz,
  outcome      text        COLLATE "C",
  PRIMARY KEY (brand, id)
);
CREATE INDEX payment_link_open ON payment_link (brand, next_look_at) WHERE ended_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON payment_link TO lending_app;
ALTER TABLE payment_link ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON payment_link TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));

-- Links made before there was anybody to ask about them.
INSERT INTO payment_link (brand, id, loan, added_at, next_look_at)
SELECT brand, payload::jsonb ->> 'linkId', split_part(stream, '/', 2), recorded_at, now() FROM journal
WHERE type = 'loan.payment-link-issued.v1' AND recorded_at > now() - interval '30 days'
ON CONFLICT DO NOTHING;

-- Loans that are late by as many days as their product calls delinquent now say so.
UPDATE loan SET delinquency = 'Delinquent' FROM product
WHERE product.brand = loan.brand AND product.code = loan.product_code AND product.version = loan.product_version
  AND loan.delinquency = 'Overdue' AND loan.dpd >= coalesce((product.body::jsonb ->> 'daysToDelinquent')::integer, 30);
