namespace Lending.Domain.Engine;

/// <summary>A fee of every instalment: an amount, or a percentage of its principal, its interest or both, rounded per instalment.</summary>
internal static class InstallmentFees
{
    public static void Add(CreditTerms terms, List<Installment> rows, InstallmentFee fee)
    {
        foreach (var row in rows)
        {
            if (row.IsDownPayment || row.IsAdditional) continue;
            var amount = terms.Money(Of(row, fee));
            row.Fees.Charged += amount;
            row.InstallmentFees += amount;
        }
    }

    /// <summary>Percentages follow what an open instalment owes after a change.</summary>
    public static void Recount(Allocator run, DateOnly on)
    {
        var fees = run.Account.Charges.FindAll(c => c.PerInstallment is not null && c.EnteredOn < on);
        if (fees.Count == 0) return;
        foreach (var row in run.Rows)
        {
            if (row.IsDownPayment || row.IsAdditional || row.Met) continue;
            var amount = fees.Sum(c => run.Terms.Money(Of(row, c.PerInstallment!)));
            row.Fees.Charged += amount - row.InstallmentFees;
            row.InstallmentFees = amount;
        }
    }

    private static decimal Of(Installment row, InstallmentFee fee) => fee.Base switch
    {
        InstallmentFeeBase.Flat => fee.Value,
        InstallmentFeeBase.PercentOfAmount => row.Principal.Charged * fee.Value / 100,
        InstallmentFeeBase.PercentOfInterest => row.Interest.Charged * fee.Value / 100,
        _ => (row.Principal.Charged + row.Interest.Charged) * fee.Value / 100,
    };
}
