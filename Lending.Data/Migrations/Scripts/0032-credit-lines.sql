-- Lines of credit as lists and pages show them: how each stands, its draws, its statements. Read models of the journal, as loan and payment are.
CREATE TABLE credit_line (
  brand          text    NOT NULL COLLATE "C",
  loan           text    NOT NULL COLLATE "C",
  currency       text    NOT NULL COLLATE "C",
  credit_limit   bigint  NOT NULL,
  drawn          bigint  NOT NULL,
  under_way      bigint  NOT NULL,
  available      bigint  NOT NULL,
  minimum_due    bigint  NOT NULL,
  pay_by         date,
  next_statement date    NOT NULL,
  valid_through  date    NOT NULL,
  blocked        boolean NOT NULL,
  PRIMARY KEY (brand, loan)
);

CREATE TABLE line_draw (
  brand              text        NOT NULL COLLATE "C",
  loan               text        NOT NULL COLLATE "C",
  number             integer     NOT NULL,
  id                 text        NOT NULL COLLATE "C",
  state              text        NOT NULL COLLATE "C",
  currency           text        NOT NULL COLLATE "C",
  amount             bigint      NOT NULL,
  charges            bigint      NOT NULL,
  net                bigint      NOT NULL,
  channel            text        NOT NULL COLLATE "C",
  asked_on           date        NOT NULL,
  asked_by           text        NOT NULL,
  approved_by        text,
  reference          text        COLLATE "C",
  provider_reference text,
  paid_on            date,
  note               text,
  version            integer     NOT NULL,
  recorded_at        timestamptz NOT NULL,
  PRIMARY KEY (brand, loan, number)
);
CREATE INDEX line_draw_open ON line_draw (brand, state, recorded_at) WHERE state IN ('requested', 'approved');

CREATE TABLE line_statement (
  brand           text        NOT NULL COLLATE "C",
  loan            text        NOT NULL COLLATE "C",
  number          integer     NOT NULL,
  from_day        date        NOT NULL,
  made_on         date        NOT NULL,
  due_on          date        NOT NULL,
  pay_by          date        NOT NULL,
  currency        text        NOT NULL COLLATE "C",
  opening         bigint      NOT NULL,
  drawn           bigint      NOT NULL,
  interest        bigint      NOT NULL,
  penalty         bigint      NOT NULL,
  paid            bigint      NOT NULL,
  adjusted        bigint      NOT NULL,
  closing         bigint      NOT NULL,
  asked_principal bigint      NOT NULL,
  asked_interest  bigint      NOT NULL,
  overdue         bigint      NOT NULL,
  credit_limit    bigint      NOT NULL,
  available       bigint      NOT NULL,
  version         integer     NOT NULL,
  recorded_at     timestamptz NOT NULL,
  PRIMARY KEY (brand, loan, number)
);

GRANT SELECT, INSERT, UPDATE ON credit_line, line_draw, line_statement TO lending_app;
ALTER TABLE credit_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE line_draw ENABLE ROW LEVEL SECURITY;
ALTER TABLE line_statement ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_brand ON credit_line TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
CREATE POLICY own_brand ON line_draw TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
CREATE POLICY own_brand ON line_statement TO lending_app
  USING (brand = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
