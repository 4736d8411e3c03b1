using Lending.Data;
using Lending.Domain;
using Lending.Portal.SignIn;

namespace Lending.Portal.Loans;

/// <summary>Something the person may do with a loan now, as a link to its form.</summary>
public sealed record LoanAction(string Id, string Text, string Href, string Icon, string? Key = null);

/// <summary>Which forms a loan's file offers. Only a pointer: whether a command is accepted is decided by the loan.</summary>
public static class LoanActions
{
    /// <summary>The last one is the primary action.</summary>
    public static IReadOnlyList<LoanAction> Of(LoanFile file, StaffIdentity person)
    {
        var (id, loan) = (file.Id, file.State);
        var actions = new List<LoanAction>();
        if (loan.ProposedPayments.Count > 0 && person.May(Permission.Payments, Level.All))
            actions.Add(new("review-payment", "Review payment", $"/approvals?loan={id}", "receipt_16_regular"));

        if (loan.ProposedChange is not null && person.May(Permission.LoanOps, Level.All))
            actions.Add(new("review-change", "Review change", $"/approvals?loan={id}", "branch_16_regular"));

        if (loan.Line?.Draws.Any(static draw => draw.Reference is null) == true && person.May(Permission.LoanOps, Level.All))
            actions.Add(new("review-draw", "Review draw", $"/approvals?loan={id}", "checkmark_circle_16_regular"));
        if (loan is { Account: AccountState.Active, Line: not null } && person.May(Permission.LoanOps, Level.Write))
            actions.Add(new("draw", "Draw", $"/loans/{id}/draw", "arrow_circle_right_16_regular"));

        switch (loan)
        {
            case { Application: ApplicationState.Pending } when person.May(Permission.CreditDecision, Level.Write):
            case { Application: ApplicationState.CreditApproved } when person.May(Permission.SanctionManager, Level.Write):
                actions.Add(new("decide", "Decide", $"/loans/{id}/decide", "gavel_16_regular", "D"));
                break;
            case { Account: AccountState.AwaitingDisbursal } when person.May(Permission.LoanOps, Level.Write):
                actions.Add(new("propose-payout", "Propose payout", $"/loans/{id}/propose-payout", "arrow_circle_right_16_regular", "P"));
                break;
            case { Account: AccountState.DisbursalProposed } when person.May(Permission.LoanOps, Level.All):
                actions.Add(new("review-payout", "Review payout", $"/approvals?loan={id}", "checkmark_circle_16_regular", "A"));
                break;
            case { Account: AccountState.Active } when person.May(Permission.Payments, Level.Write):
                if (person.May(Permission.LoanOps, Level.Write)) actions.Add(WhatIf(id));
                actions.Add(new("send-link", "Send payment link", $"/loans/{id}/payment-link", "link_16_regular", "L"));
                actions.Add(new("record-payment", "Record payment", $"/loans/{id}/record-payment", "receipt_16_regular", "P"));
                break;
            // Money still comes after the end: it recovers what was written off, or is the customer's. So what is booked can be taken back or sent back.
            case { Account: AccountState.WrittenOff } when person.May(Permission.Payments, Level.Write):
                if (person.May(Permission.LoanOps, Level.Write)) actions.Add(WhatIf(id));
                actions.Add(new("send-link", "Send payment link", $"/loans/{id}/payment-link", "link_16_regular", "L"));
                actions.Add(new("record-payment", "Record payment", $"/loans/{id}/record-payment", "receipt_16_regular", "P"));
                break;
            case { Account: AccountState.Active or AccountState.WrittenOff } when person.May(Permission.LoanOps, Level.Write):
                actions.Add(WhatIf(id));
                break;
        }

        return actions;
    }

    private static LoanAction WhatIf(string id) => new("what-if", "What if…", $"/loans/{id}?tab=change", "branch_16_regular", "W");
}
