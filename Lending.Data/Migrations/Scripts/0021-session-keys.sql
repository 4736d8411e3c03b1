-- Keys that sign and seal the staff's session cookies, each sealed under the installation's field key. They are the platform's, not a Brand's.
CREATE TABLE session_key (
  name       text        PRIMARY KEY COLLATE "C",
  sealed_xml text        NOT NULL,
  created_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON session_key TO lending_app;
