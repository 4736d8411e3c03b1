-- Money whose reference names no Brand is kept under the empty one. Every Brand may look at it, and take it: it is then that Brand's, to be placed as any other.
-- It holds no personal data. Who took it is in the audit of administration, written in the same statement.
ALTER TABLE unmatched_payment ADD COLUMN taken_note text;
GRANT UPDATE (brand, taken_note) ON unmatched_payment TO lending_app;
CREATE POLICY without_a_brand ON unmatched_payment FOR SELECT TO lending_app USING (brand = '');
CREATE POLICY taken_by_a_brand ON unmatched_payment FOR UPDATE TO lending_app
  USING (brand = '')
  WITH CHECK (brand = (SELECT current_setting('lending.brand', true)));
