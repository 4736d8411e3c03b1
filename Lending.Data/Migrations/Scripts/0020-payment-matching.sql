-- Which loan somebody is placing the money on. The claim keeps two people from placing it on two loans; whether it is booked is the journal's word,
-- found under the provider's payment id. matched_after: the loan's version of an earlier, refused try, so that only a later refusal frees it again.
ALTER TABLE unmatched_payment
  ADD COLUMN loan          text COLLATE "C",
  ADD COLUMN matched_by    text,
  ADD COLUMN matched_at    timestamptz,
  ADD COLUMN matched_after integer NOT NULL DEFAULT 0;

GRANT UPDATE (loan, matched_by, matched_at, matched_after) ON unmatched_payment TO lending_app;
