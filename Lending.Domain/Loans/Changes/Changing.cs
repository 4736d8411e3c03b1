namespace Lending.Domain;

/// <summary>Changes of a running loan: asked for by one person, made when another approves (LMS-034, GAP-42).</summary>
internal static class Changing
{
    public static Loan Apply(Loan loan, LoanChanged changed)
    {
        var outcome = changed.Outcome;
        return loan with
        {
            Instalments = outcome.Instalments ?? loan.Instalments,
            Advance = outcome.Advance,
            Account = outcome.Account,
            Closure = outcome.Closure,
            RatePercent = outcome.RatePercent,
            Hold = outcome.Hold,
            Settlement = outcome.Settlement,
            Pauses = outcome.Pauses ?? loan.Pauses,
            SuspendedInterest = outcome.SuspendedInterest,
            Dpd = outcome.Dpd,
            ProposedChange = null,
            Revisions = outcome.Instalments is null ? loan.Revisions : loan.Revisions + 1,
        };
    }
}
