namespace Lending.Domain.Engine;

/// <summary>The part of a tranche that is paid back at once (rule PROG-EMI "Down payment").</summary>
internal static class DownPayments
{
    public static decimal AmountOf(CreditTerms terms, decimal disbursed) => terms.DownPayment is null
        ? 0
        : terms.Money(Precise.Multiple(Precise.Over(disbursed * terms.DownPayment.Percent, 100), terms.InstallmentMultipleOf));

    /// <summary>Its row stands behind the instalments that are due before its day, and of a progressive loan behind those due that day.</summary>
    public static void AddRow(CreditTerms terms, List<Installment> rows, DateOnly date, decimal amount)
    {
        var row = new Installment { From = date, Due = date, IsDownPayment = true };
        row.Principal.Charged = amount;
        row.CheckMet(date);
        var progressive = terms.Family is ScheduleFamily.Progressive;
        var after = rows.FindLastIndex(r => r.Due < date || (r.Due == date && (progressive || r.IsDownPayment)));
        rows.Insert(after + 1, row);
    }
}
