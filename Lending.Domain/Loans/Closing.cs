namespace Lending.Domain;

/// <summary>The no-due certificate of a completed loan (LOS-033).</summary>
internal static class Closing
{
    public static LoanDecision IssueCertificate(Loan loan, IssueCertificate command, Circumstances now)
    {
        if (loan.Account is not AccountState.Completed) return LoanDecider.NotNow(loan, command, now);
        if (loan.CertificateId is { } issued)
            return issued == command.DocumentId ? LoanDecision.Nothing : LoanDecider.NotNow(loan, command, now);

        return LoanDecision.Accept(new CertificateIssued(command.DocumentId, command.Sha256))
            .AndThen(LoanOutbox.Message(MessageTemplates.CertificateReady, loan, now));
    }
}
