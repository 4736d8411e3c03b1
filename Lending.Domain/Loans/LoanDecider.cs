using System.Collections.Immutable;
using System.Diagnostics;

namespace Lending.Domain;

/// <summary>
/// What becomes of a command to a loan. Pure: the same loan, command and circumstances always decide the same. The order of the checks is
/// the order of precedence: permission, existence, second person, state, input.
/// </summary>
public static class LoanDecider
{
    public static LoanDecision Decide(Loan loan, LoanCommand command, Circumstances now)
    {
        if (LoanAccess.Check(loan, command, now) is { } refusal) return refusal;
        now = now.UnderTermsOf(loan);
        return Reloaning.With(loan, Presenting.With(loan, DecideAllowed(loan, command, now), now), now);
    }

    private static LoanDecision DecideAllowed(Loan loan, LoanCommand command, Circumstances now)
    {
        return command switch
        {
            CloseDay c => Accruing.Close(loan, c, now),
            ReceivePayment c => Repaying.Receive(loan, c, now),

            StartApplication c => Applying.Start(loan, c, now),
            SubmitApplication c => Applying.Submit(loan, c, now),
            CancelApplication c => Applying.Cancel(loan, c, now),

            ApproveByCredit c => Approving.Recommend(loan, c, now),
            RejectByCredit c => Approving.Reject(loan, c, now),
            SendBackToBorrower c => Approving.SendBack(loan, c, now),

            Sanction c => Sanctioning.Sanction(loan, c, now),
            RejectSanction c => Sanctioning.Reject(loan, c, now),
            SendBackToCredit c => Sanctioning.SendBack(loan, c, now),

            IssueAgreement c => Signing.Issue(loan, c, now),
            RecordSignature c => Signing.Record(loan, c, now),
            ResendAgreement c => Signing.Resend(loan, c, now),

            ProposeDisbursement c => Disbursing.Propose(loan, c, now),
            ReturnDisbursement c => Disbursing.Return(loan, c, now),
            ApproveDisbursement c => Disbursing.Approve(loan, c, now),
            ConfirmDisbursement c => Disbursing.Confirm(loan, c, now),
            FailDisbursement c => Disbursing.Fail(loan, c, now),

            RequestDraw c => Drawing.Request(loan, c, now),
            ApproveDraw c => Drawing.Approve(loan, c, now),
            ReturnDraw c => Drawing.Return(loan, c, now),
            CloseLine c => LineClosing.Close(loan, c, now),

            RequestPaymentLink c => Repaying.RequestLink(loan, c, now),
            RefusePaymentLink c => Repaying.RefuseLink(loan, c, now),
            RecordPaymentLink c => Repaying.RecordLink(loan, c, now),
            ProposePayment c => Repaying.Propose(loan, c, now),
            MatchPayment c => Repaying.Match(loan, c, now),
            ApprovePayment c => Repaying.Approve(loan, c, now),
            RejectPayment c => Repaying.Reject(loan, c, now),

            ProposeChange c => Changing.Propose(loan, c, now),
            ApproveChange c => Changing.Approve(loan, c, now),
            RejectChange c => Changing.Reject(loan, c, now),
            ExitCoolingOff c => Changing.ExitCoolingOff(loan, c, now),
            ChargeLate c => Changing.ChargeLate(loan, c, now),

            RequestMandate c => Mandating.Request(loan, c, now),
            IssueMandate c => Mandating.Issue(loan, c),
            ConfirmMandate c => Mandating.Confirm(loan, c, now),
            EndMandate c => Mandating.End(loan, c, now),
            CancelMandate c => Mandating.Cancel(loan, c, now),
            FailPresentation c => Presenting.Fail(loan, c, now),

            IssueStatement c => Stating.Issue(loan, c, now),
            IssueBill c => Stating.Issue(loan, c, now),
            IssueCertificate c => Closing.IssueCertificate(loan, c, now),

            CheckReloan => Reloaning.Check(loan, now),
            ApproveReloan c => ReloanDeciding.Approve(loan, c, now),
            RejectReloan c => ReloanDeciding.Reject(loan, c, now),
            CancelReloan c => ReloanDeciding.Cancel(loan, c, now),
            EndReloan c => ReloanDeciding.End(loan, c, now),
            AcceptReloan c => ReloanAccepting.Accept(loan, c, now),
            DeclineReloan c => ReloanAccepting.Decline(loan, c, now),
            _ => throw new UnreachableException($"No rule decides {command.GetType().Name}."),
        };
    }

    /// <summary>The refusal of a command that does not fit where the loan stands.</summary>
    internal static NotInThisState NotNow(Loan loan, LoanCommand command, Circumstances now) =>
        new(command.GetType().Name, PublishedStatuses.Of(loan, now.Product, now.Today(loan)).ToString());

    /// <summary>The product of a loan that exists; the grain always brings it.</summary>
    internal static LoanProduct ProductOf(Circumstances now) =>
        now.Product ?? throw new InvalidOperationException($"The product of {now.LoanId} was not loaded.");

    /// <summary>What happened to the loan; the grain brings it for commands that look back, as <see cref="LoanHistory.IsNeeded"/> says.</summary>
    internal static ImmutableArray<LoanEvent> HistoryOf(Circumstances now) =>
        now.History ?? throw new InvalidOperationException($"The history of {now.LoanId} was not loaded.");
}
