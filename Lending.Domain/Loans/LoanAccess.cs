using System.Diagnostics;

namespace Lending.Domain;

/// <summary>Who may give which command, and who is barred because they made what it decides. Everything is denied unless named here.</summary>
internal static class LoanAccess
{
    public static Refusal? Check(Loan loan, LoanCommand command, Circumstances now)
    {
        var grants = now.Context.Grants;
        if (grants.CustomerId is { } customerId && IsAnothers(loan, command, customerId)) return new LoanNotFound();
        if (!grants.IsSystem && MissingPermission(command, grants) is { } missing) return missing;
        if (loan.Version == 0 && command is not StartApplication) return new LoanNotFound();
        return MakerOf(loan, command) is { } maker && maker == now.Actor.Id ? new SecondPersonNeeded() : null;
    }

    private static bool IsAnothers(Loan loan, LoanCommand command, string customerId) =>
        loan.Version > 0 ? loan.CustomerId != customerId : command is StartApplication start && start.CustomerId != customerId;

    private static NotPermitted? MissingPermission(LoanCommand command, Grants grants) => command switch
    {
        StartApplication or SubmitApplication or AcceptReloan or DeclineReloan or ExitCoolingOff => Borrower(grants),
        CheckReloan or CancelReloan => grants.May(Permission.CreditDecision, Level.Write) ? null : Needs(grants, Permission.LoanOps, Level.Write),
        ApproveReloan or RejectReloan => grants.May(Permission.SanctionManager, Level.Write) ? null : Needs(grants, Permission.CreditDecision, Level.Write),
        RequestDraw or CloseLine => grants.CustomerId is null ? Needs(grants, Permission.LoanOps, Level.Write) : null,
        ApproveDraw or ReturnDraw => Needs(grants, Permission.LoanOps, Level.All),
        CancelApplication => grants.CustomerId is null ? Needs(grants, Permission.LoanOps, Level.Write) : null,
        RecordPaymentLink or RequestMandate or CancelMandate => grants.CustomerId is null ? Needs(grants, Permission.Payments, Level.Write) : null,

        ApproveByCredit or RejectByCredit => Needs(grants, Permission.CreditDecision, Level.Write),
        SendBackToBorrower => Needs(grants, Permission.CreditDecision, Level.Write) ?? Needs(grants, Permission.LoanSendBack, Level.Write),
        Sanction or RejectSanction => Needs(grants, Permission.SanctionManager, Level.Write),
        SendBackToCredit => Needs(grants, Permission.SanctionManager, Level.Write) ?? Needs(grants, Permission.LoanSendBack, Level.Write),

        ResendAgreement => grants.May(Permission.CreditDecision, Level.Write) || grants.May(Permission.SanctionManager, Level.Write)
            ? null
            : Needs(grants, Permission.LoanOps, Level.Write),
        ProposeDisbursement => Needs(grants, Permission.LoanOps, Level.Write),
        ApproveDisbursement or ReturnDisbursement => Needs(grants, Permission.LoanOps, Level.All),
        RequestPaymentLink or ProposePayment or MatchPayment => Needs(grants, Permission.Payments, Level.Write),
        ApprovePayment or RejectPayment => Needs(grants, Permission.Payments, Level.All),

        ProposeChange => Needs(grants, Permission.LoanOps, Level.Write),
        ApproveChange or RejectChange => Needs(grants, Permission.LoanOps, Level.All),

        IssueAgreement or RecordSignature or ConfirmDisbursement or FailDisbursement or CloseDay or ChargeLate or ReceivePayment or RefusePaymentLink
            or IssueCertificate or IssueMandate or ConfirmMandate or EndMandate or FailPresentation
            or IssueStatement or IssueBill or EndReloan =>
            new NotPermitted("system"),
        _ => throw new UnreachableException($"Nobody was named who may {command.GetType().Name}."),
    };

    /// <summary>The person whose work the command decides (GAP-42).</summary>
    private static string? MakerOf(Loan loan, LoanCommand command) => command switch
    {
        Sanction or RejectSanction or SendBackToCredit => loan.RecommendedBy,
        ApproveDisbursement or ReturnDisbursement => loan.Account is AccountState.DisbursalProposed ? loan.Payout?.ProposedBy : null,
        ApproveDraw c => MakerOfDraw(loan, c.DrawId),
        ReturnDraw c => MakerOfDraw(loan, c.DrawId),
        ApprovePayment c => loan.ProposedPayments.GetValueOrDefault(c.PaymentId)?.By,
        RejectPayment c => loan.ProposedPayments.GetValueOrDefault(c.PaymentId)?.By,
        ApproveReloan => loan.Reloan is { State: ReloanState.Pending, By: var by } ? by : null,
        ApproveChange c => loan.ProposedChange is { } proposed && proposed.ChangeId == c.ChangeId ? proposed.By : null,
        RejectChange c => loan.ProposedChange is { } proposed && proposed.ChangeId == c.ChangeId ? proposed.By : null,
        _ => null,
    };

    private static string? MakerOfDraw(Loan loan, string drawId)
    {
        foreach (var draw in loan.Line?.Draws ?? [])
            if (draw.DrawId == drawId) return draw.By;
        return null;
    }

    private static NotPermitted? Borrower(Grants grants) => grants.CustomerId is null ? new NotPermitted("borrower") : null;

    private static NotPermitted? Needs(Grants grants, Permission permission, Level level) =>
        grants.May(permission, level) ? null : new NotPermitted($"{permission} {level}");
}
