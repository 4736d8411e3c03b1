-- A loan's row is written at every payment and every night, and read whole when the loan is loaded. Compressing its state each time costs
-- more than the few hundred bytes it saves; a row that fits its page stays as it is.
ALTER TABLE loan SET (toast_tuple_target = 8160);
