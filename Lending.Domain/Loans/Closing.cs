namespace Lending.Domain;

/// <summary>The no-due certificate of a completed loan (LOS-033).</summary>
internal static class Closing
{
    /// <summary>Whether a loan runs on which nothing is owed any more: it ends. A credit line goes on until its validity is over.</summary>
    public static bool IsRepaid(Loan loan, DateOnly today)
    {
        if (loan.Account is not AccountState.Active) return false;
        foreach (var instalment in loan.Instalments)
            if (!instalment.IsPaid) return false;
        return loan.Line is null || (Revolving.HasEnded(loan, today) && Revolving.IsIdle(loan));
    }

    public static LoanDecision IssueCertificate(Loan loan, IssueCertificate command, Circumstances now)
    {
        if (loan.Account is not AccountState.Completed) return LoanDecider.NotNow(loan, command, now);
        if (loan.CertificateId is { } issued)
            return issued == command.DocumentId ? LoanDecision.Nothing : LoanDecider.NotNow(loan, command, now);

        return LoanDecision.Accept(new CertificateIssued(command.DocumentId, command.Sha256))
            .AndThen(LoanOutbox.Message(MessageTemplates.CertificateReady, loan, now));
    }
}
