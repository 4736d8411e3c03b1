using Lending.Domain;
using Lending.Domain.Tests;
using Lending.Domain.Tests.Loans;
using Lending.Domain.Tests.Loans.Lines;

namespace Lending.Data.Tests;

/// <summary>The stored state of a loan is all of it: whoever loads it goes on as if it had never been stored.</summary>
public sealed class StateJsonTests
{
    [Fact]
    public void State_WithEveryFieldSet_ComesBackWithAllOfThem()
    {
        var loan = Filled.Of<Loan>();

        Assert.Equal(As.Json(loan), As.Json(Stored(loan)));
    }

    [Cases(500)]
    public void State_OfARandomLife_ComesBackAsItWas(int seed)
    {
        var random = new Random(seed);
        var story = random.Next(3) switch { 0 => Paid(random), 1 => ChangeProperties.Changed(random), _ => Drawn(random) };

        Assert.Equal(As.Json(WithPlainZeros(story.Loan)), As.Json(Stored(story.Loan)));
    }

    [Theory]
    [InlineData("""[1,739768,739798,739798,"INR",100,10,1.50,2,3.25,4,5,6,7,0]""", null, 0)]
    [InlineData("""[1,739768,739798,739798,"INR",100,10,1.50,2,3.25,4,5,6,7,0,-0.25]""", null, -25)]
    [InlineData("""[1,739768,739798,739798,"INR",100,10,1.50,2,3.25,4,5,6,7,0,118,18,118,20]""", 118L, 0)]
    [InlineData("""[1,739768,739798,739798,"INR",100,10,1.50,2,3.25,4,5,6,7,0,118,18,118,20,0.25]""", 118L, 25)]
    public void State_StoredBeforeJoinedLateChargesWereKept_IsReadAsItWasMeant(string instalment, long? fee, int restInHundredths)
    {
        var read = Assert.Single(StateJson.LoanOf($$"""{"instalments":[{{instalment}}]}""").Instalments);

        Assert.Equal((fee, restInHundredths / 100m, null, Money.Inr(7)), (read.Fee?.Amount.Minor, read.InterestRest, read.PenaltyJoined, read.PaidPenalty));
    }

    [Fact]
    public void CloseDay_OfALoanStoredEveryNight_CompoundsLateChargesAsIfItWereNotStored()
    {
        // Rs 1,00,000 that nobody pays back, 1 % a day on what is late, charges joining it every month, until 30 September.
        var product = Domain.Tests.A.Emi with
        {
            Penalty = new(0m), LateCharges = new() { Percent = 1m, Compound = true, CompoundEvery = LateCompounding.Monthly },
        };
        var story = Story.Active(product, Money.Inr(1_00_000_00), 12);
        for (var day = A.Day.AddDays(1); day <= new DateOnly(2026, 9, 30); day = day.AddDays(1)) story.UntilMorningOf(day).Put(Stored(story.Loan));

        Assert.Equal(19_742_44, story.Loan.Instalments.Sum(instalment => instalment.PenaltyAccrued.Minor));
    }

    private static Loan Stored(Loan loan) => StateJson.LoanOf(StateJson.Of(loan));

    /// <summary>A rest of 0.0 is kept as none.</summary>
    private static Loan WithPlainZeros(Loan loan) =>
        loan with { Instalments = [.. loan.Instalments.Select(row => row.InterestRest == 0m ? row with { InterestRest = 0m } : row)] };

    private static Story Paid(Random random)
    {
        var story = HistoryProperties.RandomStory(random);
        HistoryProperties.Live(story, random);
        return story;
    }

    private static Story Drawn(Random random)
    {
        var story = LineProperties.RandomLine(random);
        for (var step = 0; step < 30 && story.Loan.Account is AccountState.Active; step++) LineProperties.Step(story, random);
        return story;
    }
}
