-- Which version of a product new loans are made under: the highest one that is active, none when none is. The settings of a version never change;
-- who added it and who put it in force is kept beside them.
ALTER TABLE product
  ADD COLUMN active       boolean NOT NULL DEFAULT true,
  ADD COLUMN added_by     text,
  ADD COLUMN added_at     timestamptz,
  ADD COLUMN activated_by text,
  ADD COLUMN activated_at timestamptz;
GRANT UPDATE (active, activated_by, activated_at) ON product TO lending_app;
