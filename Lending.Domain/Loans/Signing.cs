namespace Lending.Domain;

/// <summary>The agreement: issued with a link that expires, signed by the borrower at the provider (LOS-025 to LOS-027, LMS-012).</summary>
internal static class Signing
{
    public static LoanDecision Issue(Loan loan, IssueAgreement command, Circumstances now)
    {
        var awaited = loan.Application is ApplicationState.Sanctioned
            && (loan.Agreement is AgreementState.Preparing || (loan.Agreement is AgreementState.Issued && HasExpired(loan, now)));
        if (!awaited) return IsTheIssued(loan, command) ? LoanDecision.Nothing : LoanDecider.NotNow(loan, command, now);

        return LoanDecision.Accept(new AgreementIssued(
                command.DocumentId, command.Sha256, command.ESignReference, command.SignUrl, command.ExpiresOn))
            .AndThen(LoanOutbox.Message(MessageTemplates.AgreementReady, loan, now, loan.Sanctioned, command.ExpiresOn));
    }

    public static LoanDecision Record(Loan loan, RecordSignature command, Circumstances now)
    {
        var issued = loan.IssuedAgreement;
        var matches = issued is not null && issued.ESignReference == command.ESignReference
            && string.Equals(issued.Sha256, command.Sha256, StringComparison.OrdinalIgnoreCase);

        // The provider repeats its webhook, also long after the loan has moved on.
        if (loan.Agreement is AgreementState.Signed && loan.Application is ApplicationState.Sanctioned && matches) return LoanDecision.Nothing;
        var isOut = loan.Agreement is AgreementState.Issued || (loan.Agreement is AgreementState.Preparing && issued is not null);
        if (loan.Application is not ApplicationState.Sanctioned || !isOut) return LoanDecider.NotNow(loan, command, now);
        if (!matches) return new AgreementMismatch();
        if (SignedOn(command, now) > issued!.ExpiresOn) return new AgreementExpired();

        var signed = new AgreementSigned(command.ESignReference, command.Sha256, command.SignedAt);
        if (LoanDecider.ProductOf(now).Plan is RepaymentPlan.CreditLine)
            return LoanDecision.Accept(signed, LineClosing.Opened(loan, now)).AndThen(LoanOutbox.Message(MessageTemplates.LineOpened, loan, now, loan.Sanctioned));
        return LoanDecision.Accept(signed)
            .AndThen(LoanOutbox.Message(MessageTemplates.AgreementSigned, loan, now, loan.Sanctioned));
    }

    /// <summary>LOS-027. The agreement is made anew: dates and schedule in it have moved on. Asked again before it is there: nothing to add.</summary>
    public static LoanDecision Resend(Loan loan, ResendAgreement command, Circumstances now)
    {
        if (loan is { Application: ApplicationState.Sanctioned, Agreement: AgreementState.Preparing, IssuedAgreement: not null }) return LoanDecision.Nothing;
        if (loan is not { Application: ApplicationState.Sanctioned, Agreement: AgreementState.Issued, IssuedAgreement: { } issued })
            return LoanDecider.NotNow(loan, command, now);
        if (!HasExpired(loan, now)) return new AgreementStillOpen(issued.ExpiresOn);

        return LoanDecision.Accept(new AgreementResent(now.Today(loan), now.Actor.Id)).AndThen(LoanOutbox.PrepareAgreement(loan, now));
    }

    /// <summary>
    /// The day it was signed on: in the Brand's time zone, so that news which comes late does not undo a signature given in time. Where staff move
    /// the business date, real time says nothing, and the day the news comes on counts.
    /// </summary>
    private static DateOnly SignedOn(RecordSignature command, Circumstances now)
    {
        var today = now.Brand.BusinessDate;
        return now.Brand.ClockDayOf(command.SignedAt) is { } signedOn && signedOn < today ? signedOn : today;
    }

    /// <summary>The link works up to and including the day it expires on.</summary>
    private static bool HasExpired(Loan loan, Circumstances now) => loan.IssuedAgreement is { } issued && now.Today(loan) > issued.ExpiresOn;

    private static bool IsTheIssued(Loan loan, IssueAgreement command) =>
        loan is { Application: ApplicationState.Sanctioned, IssuedAgreement: { } issued }
        && issued.DocumentId == command.DocumentId && issued.ESignReference == command.ESignReference;
}
