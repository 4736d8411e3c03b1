namespace Lending.Domain;

/// <summary>There is no such loan for this caller.</summary>
public sealed record LoanNotFound() : Refusal(RefusalKind.NotFound, "loan_not_found", "There is no such loan.");

/// <summary>The caller lacks the permission. Needed names it.</summary>
public sealed record NotPermitted(string Needed) : Refusal(RefusalKind.Forbidden, "not_permitted", $"This needs the permission {Needed}.");

/// <summary>The one who proposed or recommended it cannot decide it (GAP-42).</summary>
public sealed record SecondPersonNeeded() : Refusal(RefusalKind.Forbidden, "second_person_needed", "Another person must decide this.");

/// <summary>The command does not fit where the loan stands. Status is the published status.</summary>
public sealed record NotInThisState(string Command, string Status)
    : Refusal(RefusalKind.Conflict, "not_in_this_state", $"{Command} is not possible while the loan is {Status}.");

/// <summary>The record changed since the caller looked.</summary>
public sealed record Outdated() : Refusal(RefusalKind.Conflict, "outdated", "The record has changed since you opened it. Look at it again.");

/// <summary>The command id was used before with another payload.</summary>
public sealed record CommandIdReused() : Refusal(RefusalKind.Conflict, "command_id_reused", "This command id was used before for something else.");

public sealed record ProductNotFound() : Refusal(RefusalKind.Unprocessable, "product_not_found", "There is no such product.", "productCode");

public sealed record AmountNotPositive() : Refusal(RefusalKind.Unprocessable, "amount_not_positive", "The amount must be more than zero.", "amount");

public sealed record CurrencyMismatch(string Expected) : Refusal(RefusalKind.Unprocessable, "currency_mismatch", $"The amount must be in {Expected}.", "amount");

/// <summary>The tightest bound that refused is named: Bound is "product" or "brand" (GAP-51).</summary>
public sealed record AmountOutOfRange(string Bound, Money Min, Money Max)
    : Refusal(RefusalKind.Unprocessable, "amount_out_of_range", $"The {Bound} allows {Min} to {Max}.", "amount");

public sealed record TenureOutOfRange(int Min, int Max, string Unit)
    : Refusal(RefusalKind.Unprocessable, "tenure_out_of_range", $"The product allows {Min} to {Max} {Unit}.", "tenure");

/// <summary>The customer has as many loans of the product as it allows (LOS-072).</summary>
public sealed record TooManyLoans(int Most)
    : Refusal(RefusalKind.Conflict, "too_many_loans", $"The product allows {Most} {(Most == 1 ? "loan" : "loans")} at a time, and the customer has {(Most == 1 ? "it" : "them")}.", "productCode");

/// <summary>A rejected borrower may apply again from this day on (LOS-110).</summary>
public sealed record RejectedRecently(DateOnly From)
    : Refusal(RefusalKind.Conflict, "rejected_recently", $"A new application is possible from {From:yyyy-MM-dd} on.");

/// <summary>An earlier loan of theirs was cancelled for a reason after which the Brand lends no more. Which one it was stays inside (GAP-32).</summary>
public sealed record NoMoreLoans() : Refusal(RefusalKind.Conflict, "no_more_loans", "No new loan can be offered to you.");

/// <summary>Onboarding steps still missing, in order.</summary>
public sealed record OnboardingIncomplete(string Missing)
    : Refusal(RefusalKind.Conflict, "onboarding_incomplete", $"These steps are missing: {Missing}.");

public sealed record BelowMinimumAge(int Min, int Max)
    : Refusal(RefusalKind.Unprocessable, "age_out_of_range", $"Borrowers must be {Min} to {Max} years old.");

public sealed record ReasonUnknown() : Refusal(RefusalKind.Unprocessable, "reason_unknown", "Choose one of the Brand's reason codes.", "reasonCode");

public sealed record NoteMissing() : Refusal(RefusalKind.Unprocessable, "note_missing", "Say why, in a few words.", "note");

public sealed record AmountAboveRecommended(Money Recommended)
    : Refusal(RefusalKind.Unprocessable, "amount_above_recommended", $"At most {Recommended} was recommended.", "amount");

public sealed record AmountAboveRequested(Money Requested)
    : Refusal(RefusalKind.Unprocessable, "amount_above_requested", $"At most {Requested} was asked for.", "amount");

/// <summary>Fees and taxes would leave nothing to pay out.</summary>
public sealed record NothingToDisburse() : Refusal(RefusalKind.Unprocessable, "nothing_to_disburse", "The charges are not less than the amount.", "amount");

public sealed record AgreementMismatch() : Refusal(RefusalKind.Conflict, "agreement_mismatch", "The signed document is not the one that was issued.");

public sealed record AgreementExpired() : Refusal(RefusalKind.Conflict, "agreement_expired", "The signing link has expired. Ask for a new one.");

/// <summary>The link still works; only an expired one is sent anew.</summary>
public sealed record AgreementStillOpen(DateOnly ExpiresOn)
    : Refusal(RefusalKind.Conflict, "agreement_still_open", $"The signing link works until {ExpiresOn:yyyy-MM-dd}.");

public sealed record BankAccountMissing() : Refusal(RefusalKind.Conflict, "bank_account_missing", "The borrower has no verified bank account.");

public sealed record ChannelUnknown() : Refusal(RefusalKind.Unprocessable, "channel_unknown", "This channel is not offered.", "channel");

/// <summary>Payouts by UPI go to a UPI address, and only bank accounts are verified.</summary>
public sealed record UpiAddressMissing()
    : Refusal(RefusalKind.Unprocessable, "upi_address_missing", "The borrower has no verified UPI address. Choose IMPS or NEFT.", "channel");

public sealed record NetMismatch(Money Net) : Refusal(RefusalKind.Conflict, "net_mismatch", $"The amount to pay out is {Net}.", "net");

public sealed record PayoutUnknown() : Refusal(RefusalKind.Conflict, "payout_unknown", "This payout is not the one under way.");

/// <summary>A day can be closed only after the day before it. Expected is the next open day.</summary>
public sealed record DayOutOfOrder(DateOnly Expected)
    : Refusal(RefusalKind.Conflict, "day_out_of_order", $"The next day to close is {Expected:yyyy-MM-dd}.", "date");

public sealed record PaymentTooLarge(Money Payoff)
    : Refusal(RefusalKind.Unprocessable, "payment_too_large", $"The loan is closed in full by {Payoff}.", "amount");

public sealed record PaymentNotFound() : Refusal(RefusalKind.NotFound, "payment_not_found", "There is no such payment waiting.", "paymentId");

/// <summary>Money with this id was booked and taken back. The same id once more is most likely the same report; money that did come is recorded anew.</summary>
public sealed record PaymentTakenBack()
    : Refusal(RefusalKind.Conflict, "payment_taken_back", "This payment was booked and taken back. If the money has come after all, record it by hand with its own reference.");

public sealed record PaymentDateInFuture() : Refusal(RefusalKind.Unprocessable, "payment_date_in_future", "The payment date cannot be later than the business date.", "receivedOn");

public sealed record LinkDaysOutOfRange(int Min, int Max)
    : Refusal(RefusalKind.Unprocessable, "link_days_out_of_range", $"A payment link is open for {Min} to {Max} days.", "daysOpen");

public sealed record ReferenceMissing() : Refusal(RefusalKind.Unprocessable, "reference_missing", "Enter the receipt or transfer reference.", "reference");
