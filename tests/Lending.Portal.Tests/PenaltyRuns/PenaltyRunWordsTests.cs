using Lending.Data;
using Lending.Portal.PenaltyRuns;

namespace Lending.Portal.Tests.PenaltyRuns;

public sealed class PenaltyRunWordsTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    [Fact]
    public void Missing_OfTwoCurrencies_HasALineForEachAndNoSum()
    {
        var preview = new PenaltyPreview(Day, 1_20_000, 3, 1, [Money.Inr(1_00_000_00), new Money(50_00, Currency.Usd)]);

        var lines = PenaltyRunWords.Missing(preview).Select(line => (line.Label, line.Value.Replace('\u00a0', ' '))).ToList();

        Assert.Equal(("Loans to charge", "1,20,000"), lines[0]);
        Assert.Equal(("Charges in INR", "₹ 1,00,000.00"), lines[1]);
        Assert.Equal("Charges in USD", lines[2].Label);
        Assert.Equal(("Loans set aside by day end", "3"), lines[3]);
        Assert.Equal("Of them not to be worked out", lines[4].Label);
        Assert.Null(PenaltyRunWords.OneSum(preview.Amounts));
    }

    [Fact]
    public void Expected_SaysLoansAndAmount()
    {
        var run = new PenaltyRun("saffron", "PR-1", Day, PenaltyRunState.Asked, "omar", default) { ExpectedLoans = 1, Expected = [Money.Inr(250_00)] };

        Assert.Equal("1 loan, ₹ 250.00", PenaltyRunWords.Expected(run).Replace('\u00a0', ' '));
        Assert.Equal("2 loans, ₹ 250.00", PenaltyRunWords.Expected(run with { ExpectedLoans = 2 }).Replace('\u00a0', ' '));
        Assert.Equal(("0", "50", "100"), (PenaltyRunWords.Share(run), PenaltyRunWords.Share(run with { Total = 4, Done = 2 }), PenaltyRunWords.Share(run with { State = PenaltyRunState.Done })));
    }

    [Fact]
    public void Look_OfEveryState_HasAWordOfItsOwn() =>
        Assert.Equal(Enum.GetValues<PenaltyRunState>().Length, Enum.GetValues<PenaltyRunState>().Select(state => PenaltyRunWords.LookOf(state).Word).Distinct().Count());
}
