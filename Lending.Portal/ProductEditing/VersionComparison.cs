using Lending.Domain;

namespace Lending.Portal.ProductEditing;

/// <summary>What one generated loan comes to under a version. Instalment is the usual one; charges are all but interest.</summary>
public sealed record ComparedLoan(Money Instalment, Money Interest, Money Charges, decimal Apr);

/// <summary>One generated loan under both versions.</summary>
public sealed record ComparedLine(Money Amount, int Tenure, ComparedLoan Before, ComparedLoan After);

/// <summary>Two versions over generated loans: the ends and the middle of the amounts and tenures that both allow.</summary>
public static class VersionComparison
{
    /// <summary>Empty when the versions have no amount and tenure in common.</summary>
    public static IReadOnlyList<ComparedLine> Of(LoanProduct before, LoanProduct after, DateOnly day, BusinessCalendar calendar)
    {
        if (before.Plan != after.Plan || before.Currency != after.Currency || Tenures.UnitOf(before) != Tenures.UnitOf(after)) return [];
        var (least, most) = (Money.Max(before.AmountMin, after.AmountMin), Money.Min(before.AmountMax, after.AmountMax));
        var (shortest, longest) = (Math.Max(before.TenureMin, after.TenureMin), Math.Min(before.TenureMax, after.TenureMax));
        if (least > most || shortest > longest) return [];
        var middle = new Money((least.Minor + most.Minor) / 2 / least.Currency.MinorPerMajor * least.Currency.MinorPerMajor, least.Currency);
        return
        [
            .. from amount in new[] { least, Money.Max(least, middle), most }.Distinct()
               from tenure in new[] { shortest, (shortest + longest) / 2, longest }.Distinct()
               select new ComparedLine(amount, tenure, LoanOf(before, amount, tenure, day, calendar), LoanOf(after, amount, tenure, day, calendar)),
        ];
    }

    private static ComparedLoan LoanOf(LoanProduct product, Money amount, int tenure, DateOnly day, BusinessCalendar calendar)
    {
        var quote = Quotes.Of(product, amount, tenure, day, calendar);
        var usual = quote.Schedule[Math.Min(1, quote.Schedule.Length - 1)];
        return new(usual.Principal + usual.Interest, quote.InterestTotal, quote.Cost - quote.InterestTotal, AnnualRates.AprPercentOf(product, quote));
    }
}
