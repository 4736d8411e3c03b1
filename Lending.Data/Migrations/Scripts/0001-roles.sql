-- The role the services run as. It logs in nowhere itself: a service's connection switches to it, or its login is made a member of it.
-- Roles belong to the whole server, so another database may have made it already.
DO $$
BEGIN
  CREATE ROLE lending_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END $$;

DO $$
BEGIN
  EXECUTE format('GRANT lending_app TO %I', current_user);
EXCEPTION WHEN OTHERS THEN
  -- A superuser needs no membership, and PostgreSQL 16 and later refuses some grants of a role to its own maker.
  NULL;
END $$;

GRANT USAGE ON SCHEMA public TO lending_app;
