-- Views of the journal, kept in the same transaction and rebuildable from it. Free room in each page lets the daily update of a loan
-- stay in its page without touching an index; for that, no indexed column changes with the day.
CREATE TABLE loan (
  brand                 text        NOT NULL COLLATE "C",
  id                    text        NOT NULL COLLATE "C",
  customer_id           text        NOT NULL COLLATE "C",
  product_code          text        NOT NULL COLLATE "C",
  product_version       integer     NOT NULL,
  currency              text        NOT NULL COLLATE "C",
  requested             bigint      NOT NULL,
  tenure                integer     NOT NULL,
  recommended           bigint,
  recommended_by        text,
  sanctioned            bigint,
  sanctioned_by         text,
  net                   bigint,
  application           text        NOT NULL COLLATE "C",
  agreement             text        NOT NULL COLLATE "C",
  account               text        NOT NULL COLLATE "C",
  status                text        NOT NULL COLLATE "C",
  status_since          timestamptz NOT NULL,
  delinquency           text        NOT NULL COLLATE "C",
  dpd                   integer     NOT NULL,
  principal_outstanding bigint      NOT NULL,
  interest_due          bigint      NOT NULL,
  penalty_due           bigint      NOT NULL,
  overdue               bigint      NOT NULL,
  payoff                bigint      NOT NULL,
  advance               bigint      NOT NULL,
  next_due_on           date,
  next_due              bigint,
  payout_channel        text,
  payout_by             text,
  payout_failure        text,
  payments_waiting      integer     NOT NULL,
  submitted_on          date,
  sanctioned_on         date,
  disbursed_on          date,
  completed_on          date,
  closed_through        date,
  certificate_id        text,
  started_at            timestamptz NOT NULL,
  changed_at            timestamptz NOT NULL,
  version               integer     NOT NULL,
  hash                  bytea       NOT NULL,
  state                 text        NOT NULL,
  PRIMARY KEY (brand, id)
) WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
CREATE INDEX loan_customer ON loan (brand, customer_id);
CREATE INDEX loan_status ON loan (brand, status, status_since);
CREATE INDEX loan_active ON loan (brand, id) WHERE account = 'Active';

CREATE TABLE instalment (
  brand          text    NOT NULL COLLATE "C",
  loan           text    NOT NULL COLLATE "C",
  number         integer NOT NULL,
  starts_on      date    NOT NULL,
  due_on         date    NOT NULL,
  pay_by         date    NOT NULL,
  currency       text    NOT NULL COLLATE "C",
  principal      bigint  NOT NULL,
  interest       bigint  NOT NULL,
  paid_principal bigint  NOT NULL,
  paid_interest  bigint  NOT NULL,
  paid_penalty   bigint  NOT NULL,
  paid_on        date,
  PRIMARY KEY (brand, loan, number)
) WITH (fillfactor = 80);
CREATE INDEX instalment_open ON instalment (brand, pay_by) WHERE paid_on IS NULL;

CREATE TABLE payment (
  brand          text        NOT NULL COLLATE "C",
  loan           text        NOT NULL COLLATE "C",
  id             text        NOT NULL COLLATE "C",
  state          text        NOT NULL COLLATE "C",
  currency       text        NOT NULL COLLATE "C",
  amount         bigint      NOT NULL,
  channel        text        NOT NULL,
  reference      text        NOT NULL,
  received_on    date        NOT NULL,
  booked_on      date,
  penalty        bigint      NOT NULL,
  interest       bigint      NOT NULL,
  principal      bigint      NOT NULL,
  advance        bigint      NOT NULL,
  note           text,
  proposed_by    text,
  version        integer     NOT NULL,
  recorded_at    timestamptz NOT NULL,
  PRIMARY KEY (brand, loan, id)
);
CREATE INDEX payment_recent ON payment (brand, recorded_at);
CREATE INDEX payment_waiting ON payment (brand, recorded_at) WHERE state = 'proposed';

-- The one table that holds a name in clear: staff search by it. Everything else personal is a mask, a keyed hash or sealed in state.
CREATE TABLE customer (
  brand             text        NOT NULL COLLATE "C",
  id                text        NOT NULL COLLATE "C",
  full_name         text,
  mobile_mask       text,
  mobile_hash       text        COLLATE "C",
  mobile_tail_hash  text        COLLATE "C",
  email_mask        text,
  email_hash        text        COLLATE "C",
  pan_mask          text,
  pan_hash          text        COLLATE "C",
  aadhaar_mask      text,
  aadhaar_hash      text        COLLATE "C",
  account_mask      text,
  account_hash      text        COLLATE "C",
  ifsc              text,
  account_verified  boolean     NOT NULL,
  pincode           text,
  born_month        date,
  steps             text        NOT NULL,
  next_step         text,
  registered_at     timestamptz NOT NULL,
  changed_at        timestamptz NOT NULL,
  version           integer     NOT NULL,
  hash              bytea       NOT NULL,
  state             text        NOT NULL,
  PRIMARY KEY (brand, id)
);
CREATE INDEX customer_name ON customer (brand, lower(full_name) text_pattern_ops);
CREATE INDEX customer_mobile ON customer (brand, mobile_hash);
CREATE INDEX customer_mobile_tail ON customer (brand, mobile_tail_hash);
CREATE INDEX customer_email ON customer (brand, email_hash);
CREATE INDEX customer_pan ON customer (brand, pan_hash);
CREATE INDEX customer_aadhaar ON customer (brand, aadhaar_hash);

GRANT SELECT, INSERT, UPDATE ON loan, instalment, payment, customer TO lending_app;
