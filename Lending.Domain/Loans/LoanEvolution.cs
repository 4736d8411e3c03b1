using System.Collections.Immutable;
using System.Diagnostics;

namespace Lending.Domain;

/// <summary>Applies facts to a loan. Never refuses one: what the journal holds has already happened.</summary>
public static class LoanEvolution
{
    /// <summary>The loan after the event, its version one higher.</summary>
    public static Loan Evolve(Loan loan, LoanEvent @event)
    {
        var after = Apply(loan, @event) with { Version = loan.Version + 1 };
        if (after.ChargedOff is not null) after = ChargedOff(loan, after, @event);
        return loan.Account is AccountState.Active && after.Account is not AccountState.Active ? Classifying.Ended(after) : after;
    }

    /// <summary>Nothing is set aside for what is a loss already, and what is owed less was recovered or given up.</summary>
    private static Loan ChargedOff(Loan before, Loan after, LoanEvent @event)
    {
        if (before.ChargedOff is not { } was) return after with { Provision = Money.Zero(after.Currency) };
        return after.ChargedOff == was ? after with { ChargedOff = ChargingOff.After(was, after, LoanPostings.LossOf(@event)) } : after;
    }

    /// <summary>The loan its events add up to.</summary>
    public static Loan Replay(IEnumerable<LoanEvent> events)
    {
        var loan = Loan.None;
        foreach (var @event in events) loan = Evolve(loan, @event);
        return loan;
    }

    private static Loan Apply(Loan loan, LoanEvent @event) => @event switch
    {
        DayClosed e => LineEvolution.Count(DayClosing.Apply(loan, e), e),
        PaymentReceived e => AutopayEvolution.Apply(LineEvolution.Count(PaymentBooking.Apply(loan, e), e), e),

        LineOpened e => LineEvolution.Open(loan, e),
        LineDrawRequested e => LineEvolution.Request(loan, e),
        LineDrawApproved e => LineEvolution.Approve(loan, e),
        LineDrawReturned e => LineEvolution.Fail(loan, e.Number),
        LineDrawFailed e => LineEvolution.Fail(loan, e.Number),
        LineDrawPaid e => LineEvolution.Pay(loan, e),
        LineStatementMade e => LineEvolution.Bill(loan, e),

        ApplicationStarted e => loan with
        {
            Id = e.LoanId, CustomerId = e.CustomerId, ProductCode = e.ProductCode, ProductVersion = e.ProductVersion, Requested = e.Amount,
            Tenure = e.Tenure, Coupon = e.Coupon, Refinances = e.Refinances, ReloanOf = e.ReloanOf, Application = ApplicationState.Onboarding, Advance = Money.Zero(e.Amount.Currency),
            SuspendedInterest = Money.Zero(e.Amount.Currency), Provision = Money.Zero(e.Amount.Currency),
            WrittenOff = Money.Zero(e.Amount.Currency), Recovered = Money.Zero(e.Amount.Currency),
        },
        ApplicationSubmitted e => loan with { Application = ApplicationState.Pending, SubmittedOn = e.On, Note = null },
        ApplicationCancelled e => loan with { Application = ApplicationState.Cancelled, Account = AccountState.None, Note = e.Reason },

        CreditApproved e => loan with
        {
            Application = ApplicationState.CreditApproved, Recommended = e.Amount, RecommendedBy = e.By, Note = e.Note, ProposedOverrides = e.Overrides,
        },
        CreditRejected e => loan with { Application = ApplicationState.Rejected, ReasonCode = e.ReasonCode, Note = e.Note },
        ApplicationSentBack e => loan with { Application = ApplicationState.SentBackToBorrower, Note = e.Note },
        LoanSanctioned e => loan with
        {
            Application = ApplicationState.Sanctioned, Agreement = AgreementState.Preparing, Sanctioned = e.Amount,
            SanctionedBy = e.By, Charges = e.Charges, Net = e.Net, Note = e.Note, Overrides = e.Overrides,
            Tenure = e.Overrides?.Tenure ?? loan.Tenure, RequestedTenure = e.Overrides?.Tenure is { } own && own != loan.Tenure ? loan.Tenure : null,
        },
        SanctionRejected e => loan with { Application = ApplicationState.Rejected, ReasonCode = e.ReasonCode, Note = e.Note },
        SanctionSentBack e => loan with { Application = ApplicationState.Pending, Recommended = null, RecommendedBy = null, ProposedOverrides = null, Note = e.Note },

        AgreementIssued e => loan with
        {
            Agreement = AgreementState.Issued,
            IssuedAgreement = new IssuedAgreement(e.DocumentId, e.Sha256, e.ESignReference, e.SignUrl, e.ExpiresOn),
        },
        AgreementSigned e => loan with
        {
            Agreement = AgreementState.Signed, Account = AccountState.AwaitingDisbursal,
            IssuedAgreement = loan.IssuedAgreement! with { SignedAt = e.SignedAt },
        },

        AgreementResent => loan with { Agreement = AgreementState.Preparing },

        DisbursementProposed e => loan with
        {
            Account = AccountState.DisbursalProposed,
            Payout = new PayoutAttempt(e.Channel, e.Net, e.By, Attempt: loan.Payout?.Attempt ?? 0)
            {
                Refinanced = e.Refinanced, Former = loan.Payout is { Failure: not null, Reference: not null } failed ? failed with { Former = null } : loan.Payout?.Former,
            },
        },
        DisbursementReturned e => loan with { Account = AccountState.AwaitingDisbursal, Note = e.Note },
        DisbursementApproved e => loan with
        {
            Account = AccountState.PayoutRequested,
            Payout = loan.Payout! with { ApprovedBy = e.By, Reference = e.Reference, Attempt = e.Attempt, Failure = null, PayoffOn = e.PayoffOn },
        },
        DisbursementFailed e => loan with
        {
            Account = AccountState.AwaitingDisbursal, Payout = loan.Payout! with { Failure = e.Reason },
        },
        PayoutContradicted e when loan.Line is not null => LineEvolution.Contradict(loan, e),
        PayoutContradicted e => loan with
        {
            Payout = loan.Payout! with { Former = loan.Payout.Former! with { ProviderReference = e.ProviderReference } },
        },
        LoanDisbursed e => loan with
        {
            Application = ApplicationState.Sanctioned, Account = AccountState.Active, Payout = (loan.Payout!.Of(e.Reference) ?? loan.Payout) with { ProviderReference = e.ProviderReference },
            DisbursedOn = e.On, Sanctioned = e.Principal, Charges = e.Charges, Net = e.Net, Instalments = Open(e.Schedule),
            CoolingOffUntil = e.CoolingOffUntil, LedgerAccounts = e.Accounts,
        },

        PaymentLinkRequested or PaymentLinkRefused or PaymentLinkIssued => loan,
        PaymentProposed e => loan with
        {
            ProposedPayments = loan.ProposedPayments.SetItem(
                e.PaymentId, new ProposedPayment(e.PaymentId, e.Amount, e.Channel, e.Reference, e.ReceivedOn, e.Note, e.By)),
        },
        PaymentRejected e => loan with { ProposedPayments = loan.ProposedPayments.Remove(e.PaymentId) },
        LoanChangeProposed e => loan with { ProposedChange = new ProposedChange(e.ChangeId, e.Change, e.On, e.Note, e.By) },
        LoanChangeRejected => loan with { ProposedChange = null },
        LoanChanged e => Changing.Apply(loan, e),
        LoanCompleted e => loan with { Account = AccountState.Completed, CompletedOn = e.On, RefinancedBy = e.RefinancedBy,
            Closure = e.RefinancedBy is null ? loan.Closure ?? (e.On <= loan.ExitBy ? Closure.CooledOff : Closure.Repaid) : Closure.Refinanced,
        },
        MandateRequested e => Mandating.Apply(loan, e),
        MandateIssued e => loan with { Mandate = loan.Mandate! with { Url = e.Url } },
        MandateConfirmed e => loan with { Mandate = loan.Mandate! with { State = MandateState.Active, Number = e.Number, ConfirmedOn = e.On, Url = null } },
        MandateEnded e => Mandating.Apply(loan, e),
        AutopayAnnounced or AutopayPresented or AutopayWithdrawn or AutopayFailed => AutopayEvolution.Apply(loan, @event),
        StatementIssued e => loan with { StatedThrough = e.To },
        BillIssued e => loan with { BilledThrough = e.Bill.PayBy },
        CertificateIssued e => loan with { CertificateId = e.DocumentId },
        ReloanChecked or ReloanApproved or ReloanRejected or ReloanCancelled or ReloanAccepted => ReloanEvolution.Apply(loan, @event),
        _ => throw new UnreachableException($"No rule applies {@event.GetType().Name} to a loan."),
    };

    private static ImmutableArray<Instalment> Open(ImmutableArray<ScheduledInstalment> schedule)
    {
        var instalments = ImmutableArray.CreateBuilder<Instalment>(schedule.Length);
        foreach (var planned in schedule)
        {
            var zero = Money.Zero(planned.Principal.Currency);
            instalments.Add(new Instalment(
                planned.Number, planned.From, planned.Due, planned.PayBy, planned.Principal, planned.Interest,
                0m, zero, 0m, zero, zero, zero, zero, null)
            {
                Fee = planned.Fee is { } fee ? new InstalmentFee(fee, planned.FeeTax ?? zero, zero, zero) : null,
            });
        }

        return instalments.MoveToImmutable();
    }
}
