using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Decisions;

/// <summary>The choices of a decision, by where the application stands, and the command each one is.</summary>
public static class DecisionOptions
{
    public const string Approve = "approve";
    public const string Reject = "reject";
    public const string SendBack = "send-back";

    public static IReadOnlyList<DecisionOption> Of(ApplicationState state, BrandSettings settings)
    {
        var reasons = settings.RejectionReasons.Select(reason => new ReasonCode(reason.Key, StatusLooks.Of(reason.Key).Word, reason.Value)).ToList();
        return state is ApplicationState.CreditApproved
            ?
            [
                new(Approve, "Sanction", "A", "Sanction") { TakesTerms = true },
                new(Reject, "Reject", "R", "Reject") { Reasons = reasons, NeedsNote = true },
                new(SendBack, "Send back to credit", "B", "Send back") { NeedsNote = true },
            ]
            :
            [
                new(Approve, "Approve", "A", "Approve") { TakesTerms = true },
                new(Reject, "Reject", "R", "Reject") { Reasons = reasons, NeedsNote = true },
                new(SendBack, "Send back for information", "B", "Send back") { NeedsNote = true },
            ];
    }

    public static LoanCommand CommandOf(ApplicationState state, string option, Money amount, string? reason, string? note, TermOverrides? own = null) => (state, option) switch
    {
        (ApplicationState.CreditApproved, Approve) => new Sanction(amount, note ?? "") { Overrides = own },
        (ApplicationState.CreditApproved, Reject) => new RejectSanction(reason ?? "", note ?? ""),
        (ApplicationState.CreditApproved, _) => new SendBackToCredit(note ?? ""),
        (_, Approve) => new ApproveByCredit(amount, note ?? "") { Overrides = own },
        (_, Reject) => new RejectByCredit(reason ?? "", note ?? ""),
        _ => new SendBackToBorrower(note ?? ""),
    };
}
