using System.Globalization;

namespace Lending.Domain;

/// <summary>Makes the schedules at the edges of a product: what the settings allow must also add up, and no last instalment may be out of proportion.</summary>
internal static class ScheduleTrial
{
    private static readonly DateOnly[] Starts = [new(2027, 1, 31), new(2028, 2, 10)];

    public static void Check(InputRules rules, LoanProduct product)
    {
        if (product.Instalments is not { } terms) return;
        if (terms.MultipleOf > 0)
        {
            var level = Schedules.Of(product with { Instalments = terms with { MultipleOf = 0 }, Fees = [] }, product.AmountMin, product.TenureMax, Starts[0], BusinessCalendar.EveryDay)
                .Select(row => row.Principal + row.Interest).Max();
            rules.Must(terms.MultipleOf <= level.Major / 2, "instalments.multipleOf",
                $"at most {(level.Major / 2).ToString("0", CultureInfo.InvariantCulture)}, half of the smallest loan's instalment");
            if (!rules.Broken.IsEmpty) return;
        }

        foreach (var start in Starts)
            foreach (var amount in new[] { product.AmountMin, product.AmountMax })
                foreach (var tenure in new[] { product.TenureMin, product.TenureMax })
                    if (FaultOf(product, amount, tenure, start) is { } fault)
                    {
                        rules.Must(false, "instalments", $"{fault} for {AmountText.Text(amount)} over {Tenures.Text(product, tenure)}");
                        return;
                    }
    }

    private static string? FaultOf(LoanProduct product, Money amount, int tenure, DateOnly start)
    {
        var principal = Money.Zero(amount.Currency);
        foreach (var row in Schedules.Of(product, amount, tenure, start, BusinessCalendar.EveryDay))
        {
            if (row.Principal.IsNegative || row.Interest.IsNegative) return $"instalment {row.Number} would be below zero";
            principal += row.Principal;
        }

        return principal == amount ? null : "the instalments would not repay the amount";
    }
}
