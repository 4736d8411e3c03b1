using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Loans;

/// <summary>How a net payout is made from the sanctioned amount, line by line.</summary>
public static class PayoutMade
{
    public static IReadOnlyList<KeyLine> LinesOf(Loan loan)
    {
        var lines = new List<KeyLine> { new("Sanctioned", MoneyFormat.Cell(loan.Sanctioned ?? loan.Requested)) };
        foreach (var charge in loan.Charges)
        {
            lines.Add(new(charge.Name, MoneyFormat.Cell(-charge.Fee)));
            if (!charge.Tax.IsZero) lines.Add(new("GST on it", MoneyFormat.Cell(-charge.Tax)));
            if (!charge.TaxCredit.IsZero) lines.Add(new("TDS on it, for the tax office", MoneyFormat.Cell(charge.TaxCredit)));
        }

        return lines;
    }
}
