using Lending.Domain;

namespace Lending.Portal.Changes;

/// <summary>The fields a change can take; each kind takes some.</summary>
[Flags]
public enum ChangeFields
{
    None = 0, Rate = 1, Count = 2, Day = 4, From = 8, To = 16, Amount = 32, Interest = 64, Effect = 128, Channel = 256, Reference = 512, Payment = 1024, Cause = 2048, Reason = 4096,
    OptionalDay = 8192, ChargeOff = 16384, Words = 32768,
}

/// <summary>A kind of change as the panel offers it. CountLabel and DayLabel name its number and day.</summary>
public sealed record ChangeOption(string Group, string Code, string Name, string Says, ChangeFields Fields, string CountLabel = "", string DayLabel = "")
{
    private const string OfLine = "Line of credit";

    // What has no schedule has nothing of this to change.
    private static readonly HashSet<string> OfSchedules =
        ["extension", "due-date", "moratorium", "interest-pause", "re-age", "re-amortisation", "prepayment", "termination", "cancellation", "cooling-off-exit", "charge-off", "charge-off-reversal"];

    public static readonly IReadOnlyList<ChangeOption> All =
    [
        new("Terms", "rate", "Other rate", "The instalments to come are levelled anew at this rate, from today on.", ChangeFields.Rate),
        new("Terms", "extension", "Longer term", "What is not yet due is levelled over more instalments.", ChangeFields.Count, "Instalments more"),
        new("Terms", "due-date", "Other due day", "The next instalment falls due on this day, and those after it on the same day of their periods.", ChangeFields.Day, DayLabel: "Next due on"),
        new("Terms", "moratorium", "Moratorium", "No instalment for some periods; the schedule moves back by as many.", ChangeFields.Count | ChangeFields.Interest, "Periods without an instalment"),
        new("Terms", "interest-pause", "Interest pause", "No interest on these days, both included. The instalments stay on their days and get smaller.", ChangeFields.From | ChangeFields.To),
        new("Terms", "re-age", "Re-age", "Everything owed today becomes a new schedule; arrears end.", ChangeFields.Count | ChangeFields.Day, "Instalments", "First due on"),
        new("Terms", "re-amortisation", "Spread the arrears", "What is overdue is spread over the instalments to come; arrears end.", ChangeFields.None),
        new("Hold", "freeze", "Freeze", "Nothing accrues and the loan does not age until it is released.", ChangeFields.OptionalDay, DayLabel: "Last day (empty: until released)"),
        new("Hold", "dispute", "Dispute", "The borrower disputes the debt: interest accrues without being income, nobody collects.", ChangeFields.None),
        new("Hold", "hold-release", "End the hold", "The loan goes on. Interest of a dispute becomes income.", ChangeFields.None),
        new("Money and forgiveness", "prepayment", "Part prepayment", "Money beyond what is due that lowers the principal at once.", ChangeFields.Amount | ChangeFields.Effect | ChangeFields.Channel | ChangeFields.Reference),
        new("Money and forgiveness", "penalty-waiver", "Waive penalty", "Penalty not yet paid is given up, oldest first.", ChangeFields.Amount),
        new("Money and forgiveness", "interest-waiver", "Waive interest", "Interest earned and not yet paid is given up, oldest first.", ChangeFields.Amount),
        new("Money and forgiveness", "goodwill-credit", "Goodwill credit", "The lender pays a part for the borrower, in the order of any payment.", ChangeFields.Amount),
        new("Money and forgiveness", "payment-reversal", "Take a payment back", "The payment is taken back, and everything after its day is worked out again without it.", ChangeFields.Payment | ChangeFields.Cause),
        new("Money and forgiveness", "advance-refund", "Refund the advance", "Money kept for the borrower goes back to them.", ChangeFields.Amount | ChangeFields.Reference),
        new("Money and forgiveness", "refund-return", "Refund returned by the bank", "The bank could not pay a refund: the money is kept for the borrower again. Amount and reference are the refund's.", ChangeFields.Amount | ChangeFields.Reference),
        new("Money and forgiveness", "settlement", "Settlement", "This amount closes the loan if it arrives by the day; the rest is then given up.", ChangeFields.Amount | ChangeFields.Day, DayLabel: "To be paid by"),
        new(OfLine, "limit", "Other limit", "Higher or lower, from now on. Below what is drawn nothing can be drawn until enough is repaid.", ChangeFields.Amount),
        new(OfLine, "line-block", "Block draws", "Nothing can be drawn until it is unblocked. Payments go on.", ChangeFields.Words),
        new(OfLine, "line-unblock", "Unblock draws", "Money can be drawn again.", ChangeFields.None),
        new(OfLine, "minimum-percent", "Other minimum payment", "What statements ask for, from the next one on. Only where the product leaves it open.", ChangeFields.Rate),
        new("End", "write-off", "Write off", "The debt is given up in the books; money that comes later is a recovery.", ChangeFields.None),
        new("Money and forgiveness", "late-charge", "Charge for being late", "What the product's rule charges today; never twice for the same day or band.", ChangeFields.None),
        new("End", "charge-off", "Charge off", "The debt is a loss in the books and stays in collection; what is paid of it is a recovery.", ChangeFields.ChargeOff),
        new("End", "charge-off-reversal", "Take the charge-off back", "The loan is worked out again as if it had not been charged off.", ChangeFields.None),
        new("End", "termination", "End the contract", "All principal and the interest earned so far are due today.", ChangeFields.None),
        new("End", "cooling-off-exit", "Cooling-off exit", "The borrower gives the loan back: until the last cooling-off day principal and the interest for the days close it, without a charge.", ChangeFields.None),
        new("End", "cancellation", "Cancel the loan", "The loan is undone: no interest or charges stay; what was paid beyond the money lent is the borrower's.", ChangeFields.Reason),
    ];

    // Of a loan that has ended only money moves still: what came is taken back, what is kept is sent back.
    private static readonly HashSet<string> AfterTheEnd = ["payment-reversal", "advance-refund", "refund-return"];

    /// <summary>What the panel offers for a loan: a line has no schedule, and only a line has a limit.</summary>
    public static IEnumerable<ChangeOption> For(Loan loan) =>
        loan.Account is not AccountState.Active ? All.Where(option => AfterTheEnd.Contains(option.Code))
        : All.Where(option => loan.Line is null ? option.Group != OfLine : option.Code is "rate" || !OfSchedules.Contains(option.Code))
            .Select(option => loan.Line is not null && option.Code is "rate" ? option with { Says = "Interest accrues at this rate from tonight on." } : option);

    public bool Takes(ChangeFields field) => (Fields & field) != 0;
}
