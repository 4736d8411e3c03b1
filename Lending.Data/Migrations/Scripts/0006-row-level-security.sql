-- A statement of the services' role sees and writes only the Brand named by the setting lending.brand, which lasts for one transaction.
-- Without it the comparison is with null, so a forgotten Brand sees nothing. The sub-select is computed once per statement.
DO $$
DECLARE
  tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY[
    'journal', 'posting', 'command', 'outbox', 'product', 'number', 'staff', 'loan', 'instalment', 'payment', 'customer',
    'document', 'day_end_run', 'day_end_failure', 'read_audit', 'draft', 'preference']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      'CREATE POLICY own_brand ON %I TO lending_app
         USING (brand = (SELECT current_setting(''lending.brand'', true)))
         WITH CHECK (brand = (SELECT current_setting(''lending.brand'', true)))', tenant);
  END LOOP;
END $$;

-- The list of Brands is read before a Brand is known; only its own row may be written.
ALTER TABLE brand ENABLE ROW LEVEL SECURITY;
CREATE POLICY every_brand_is_listed ON brand FOR SELECT TO lending_app USING (true);
CREATE POLICY own_brand_added ON brand FOR INSERT TO lending_app WITH CHECK (code = (SELECT current_setting('lending.brand', true)));
CREATE POLICY own_brand_changed ON brand FOR UPDATE TO lending_app
  USING (code = (SELECT current_setting('lending.brand', true)))
  WITH CHECK (code = (SELECT current_setting('lending.brand', true)));
