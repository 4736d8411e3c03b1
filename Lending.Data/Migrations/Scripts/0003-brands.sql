CREATE TABLE brand (
  code          text  PRIMARY KEY COLLATE "C" CHECK (code ~ '^[a-z][a-z0-9-]{1,30}$'),
  name          text  NOT NULL,
  time_zone     text  NOT NULL,
  business_date date  NOT NULL,
  settings      jsonb NOT NULL
);

CREATE TABLE product (
  brand   text    NOT NULL COLLATE "C",
  code    text    NOT NULL COLLATE "C",
  version integer NOT NULL CHECK (version > 0),
  name    text    NOT NULL,
  body    text    NOT NULL,
  PRIMARY KEY (brand, code, version)
);

CREATE TABLE number (
  brand  text    NOT NULL COLLATE "C",
  series text    NOT NULL COLLATE "C",
  last   integer NOT NULL,
  PRIMARY KEY (brand, series)
);

CREATE TABLE staff (
  brand         text        NOT NULL COLLATE "C",
  id            text        NOT NULL COLLATE "C",
  email         text        NOT NULL CHECK (email = lower(email)),
  name          text        NOT NULL,
  role          text        NOT NULL COLLATE "C",
  password_hash text        NOT NULL,
  totp_secret   text,
  overrides     jsonb       NOT NULL DEFAULT '{}',
  active        boolean     NOT NULL DEFAULT true,
  created_at    timestamptz NOT NULL,
  PRIMARY KEY (brand, id),
  UNIQUE (brand, email)
);

GRANT SELECT, INSERT, UPDATE ON brand, number, staff TO lending_app;
GRANT SELECT, INSERT ON product TO lending_app;
