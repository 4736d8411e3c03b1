-- Money a gateway reported that fits no loan: kept once per payment until a person has placed it. No personal data. A reference that does
-- not even name a Brand is kept under the empty one.
CREATE TABLE unmatched_payment (
  payment_reference text        PRIMARY KEY COLLATE "C",
  brand             text        NOT NULL COLLATE "C",
  client_reference  text        NOT NULL,
  amount            bigint      NOT NULL,
  currency          text        NOT NULL COLLATE "C",
  method            text        NOT NULL,
  utr               text,
  reason            text        NOT NULL COLLATE "C",
  received_at       timestamptz NOT NULL
);
CREATE INDEX unmatched_payment_recent ON unmatched_payment (brand, received_at);

GRANT SELECT, INSERT ON unmatched_payment TO lending_app;
ALTER TABLE unmatched_payment ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON unmatched_payment TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
