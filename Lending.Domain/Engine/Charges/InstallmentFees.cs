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

    private static decimal Of(Installment row, InstallmentFee fee) => fee.Base switch
    {
        InstallmentFeeBase.Flat => fee.Value,
        InstallmentFeeBase.PercentOfAmount => row.Principal.Charged * fee.Value / 100,
        InstallmentFeeBase.PercentOfInterest => row.Interest.Charged * fee.Value / 100,
        _ => (row.Principal.Charged + row.Interest.Charged) * fee.Value / 100,
    };
}
