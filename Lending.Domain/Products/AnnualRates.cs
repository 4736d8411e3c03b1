namespace Lending.Domain;

/// <summary>What a loan costs in a year, fees and taxes included: what is paid back against what arrives.</summary>
public static class AnnualRates
{
    private const int DaysInYear = 365;

    /// <summary>In percent with two digits. Payday: simple, by days. EMI: twelve times the monthly rate at which the payments are worth the net.</summary>
    public static decimal AprPercentOf(RepaymentPlan plan, LoanQuote quote) => decimal.Round(
        plan switch
        {
            RepaymentPlan.Payday => (quote.RepaymentTotal - quote.Net).Minor * 100m * DaysInYear / quote.Tenure / quote.Net.Minor,
            RepaymentPlan.Emi => 1200m * MonthlyRateOf(quote),
        }, 2, MidpointRounding.AwayFromZero);

    // The present value falls as the rate rises, so halving the range finds the rate: sixty halvings leave less than any digit shown.
    private static decimal MonthlyRateOf(LoanQuote quote)
    {
        var (low, high) = (0m, 1m);
        for (var halving = 0; halving < 60; halving++)
        {
            var rate = (low + high) / 2;
            if (PresentValueOf(quote, rate) > quote.Net.Minor) low = rate;
            else high = rate;
        }

        return low;
    }

    private static decimal PresentValueOf(LoanQuote quote, decimal rate)
    {
        var (value, discount, step) = (0m, 1m, 1m / (1m + rate));
        foreach (var instalment in quote.Schedule)
        {
            discount *= step;
            value += (instalment.Principal + instalment.Interest).Minor * discount;
        }

        return value;
    }
}
