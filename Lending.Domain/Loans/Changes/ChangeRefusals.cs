namespace Lending.Domain;

/// <summary>A field of a change that breaks a rule; Field is its name in the change.</summary>
public sealed record ChangeFieldInvalid(string At, string Rule) : Refusal(RefusalKind.Unprocessable, "change_field_invalid", $"{At} {Rule}.", $"change.{At}");

/// <summary>All instalments have fallen due, so there is none to plan anew. A re-age makes a new schedule.</summary>
public sealed record NothingToCome() : Refusal(RefusalKind.Conflict, "nothing_to_come", "Every instalment has fallen due. Re-age the loan to make a new schedule.");

public sealed record NothingOverdue() : Refusal(RefusalKind.Conflict, "nothing_overdue", "Nothing is overdue.");

/// <summary>A payday loan has one due date; its schedule has no instalments to rearrange.</summary>
public sealed record NotForPayday() : Refusal(RefusalKind.Unprocessable, "not_for_payday", "A payday loan has no instalments to rearrange.", "change");

/// <summary>Only interest is paid before the end, so money that comes early leaves no instalment at its amount over a shorter time.</summary>
public sealed record NoTenureToReduce()
    : Refusal(RefusalKind.Unprocessable, "no_tenure_to_reduce", "The principal is repaid at the end: paying early makes the instalments smaller, not the loan shorter.", "change.effect");

/// <summary>Another change waits for its decision.</summary>
public sealed record ChangeWaiting(string ChangeId) : Refusal(RefusalKind.Conflict, "change_waiting", "Another change of this loan waits for a decision.");

public sealed record ChangeNotFound() : Refusal(RefusalKind.NotFound, "change_not_found", "There is no such change waiting.", "changeId");

/// <summary>The days in which the loan could be given back are over, or it has none. Until is the last of them.</summary>
public sealed record CoolingOffOver(DateOnly? Until) : Refusal(
    RefusalKind.Conflict, "cooling_off_over", Until is { } until ? $"The loan could be given back until {until:yyyy-MM-dd}." : "The loan has no cooling-off days.");

/// <summary>The borrower is giving the loan back already.</summary>
public sealed record ExitStands(DateOnly By) : Refusal(RefusalKind.Conflict, "exit_stands", $"The borrower is giving the loan back already, by {By:yyyy-MM-dd}.");

/// <summary>The loan is frozen or in dispute, or is not.</summary>
public sealed record HoldStands(string Reason) : Refusal(RefusalKind.Conflict, "hold_stands", Reason);

/// <summary>The payment was never booked on this loan, or was taken back already.</summary>
public sealed record PaymentNotBooked() : Refusal(RefusalKind.Unprocessable, "payment_not_booked", "No such payment is booked on this loan.", "change.paymentId");

/// <summary>Worked out again, the loan would have ended in a settlement that was not, or money that was refunded would not have been there.</summary>
public sealed record LaterEventsInTheWay() : Refusal(RefusalKind.Conflict, "later_events_in_the_way", "What happened since rests on it: a refund or a settlement. Undo that first.");

/// <summary>The money came before the loan was paid out.</summary>
public sealed record PaymentBeforeDisbursement(DateOnly DisbursedOn)
    : Refusal(RefusalKind.Unprocessable, "payment_before_disbursement", $"The loan was paid out on {DisbursedOn:yyyy-MM-dd}.", "receivedOn");

/// <summary>A loan that is frozen or in dispute takes no payments through the platform; money that arrives all the same is booked (MO-008, MO-010).</summary>
public sealed record LoanOnHold(HoldKind Hold)
    : Refusal(RefusalKind.Conflict, "loan_on_hold", $"No payment can be asked for while the loan is {(Hold is HoldKind.Frozen ? "frozen" : "in dispute")}.");
