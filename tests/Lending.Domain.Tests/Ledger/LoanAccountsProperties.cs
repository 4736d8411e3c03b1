using Lending.Domain.Tests.Loans;

namespace Lending.Domain.Tests.Ledger;

/// <summary>
/// Random loans under random charts. Story checks after every event that its lines balance and that the loan's own accounts hold what its state says; here
/// the whole life is compared with the same life under the standard chart.
/// </summary>
public sealed class LoanAccountsProperties
{
    [Cases]
    public void Life_UnderAnyChart_HoldsByPurposeWhatTheStandardChartHolds(int seed)
    {
        var random = new Random(seed);
        var story = Live(random);

        var standard = new Books();
        var loan = Loan.None;
        foreach (var lived in story.Events)
        {
            var @event = lived is LoanDisbursed disbursed ? disbursed with { Accounts = null } : lived;
            standard.Post(LoanPostings.Of(loan, @event));
            loan = LoanEvolution.Evolve(loan, @event);
        }

        foreach (var account in Accounts.All) Assert.True(standard[account] == story.Ledger.Of(account.Purpose), $"{account.Name}: {standard[account]} and {story.Ledger.Of(account.Purpose)}");
    }

    [Cases]
    public void Lines_UnderAnyChart_AreOnlyOnAccountsOfTheLoan(int seed)
    {
        var random = new Random(seed);
        var story = Live(random);

        var loan = Loan.None;
        var mapping = story.Loan.LedgerAccounts;
        foreach (var @event in story.Events)
        {
            foreach (var line in LoanPostings.Of(loan, @event))
                Assert.True(line.Account.Number == LoanAccounts.NumberOf(mapping, line.Account.Purpose) || mapping!.Value.Any(each => each.Purpose == line.Account.Purpose && each.Number == line.Account.Number),
                    $"{line} is on none of the loan's accounts.");
            loan = LoanEvolution.Evolve(loan, @event);
        }

        Assert.Equal(As.Json(story.Loan), As.Json(LoanEvolution.Replay(story.Events)));
        Assert.Equal(As.Json(story.Loan), As.Json(As.Copy(story.Loan)));
    }

    private static Story Live(Random random)
    {
        var product = A.Emi with
        {
            AmountMin = A.Inr(15_000_00), Prepayment = new PrepaymentTerms(2m, 4m, 18m),
            Fees = [.. A.Emi.Fees.Select(fee => fee with { TdsPercent = random.Next(0, 31) }).Select(fee => fee with { TdsBooked = fee.TdsPercent > 0 }), new FeeTerms("service", "Service", null, A.Inr(100_00), 18m) { When = FeeTime.EachInstalment }],
            Accounts = RandomCharts.Any(random, "own", ["processing", AccountMapping.EarlyCharge, AccountMapping.InstalmentFee]),
        };
        var story = Story.PayoutRequested(product, A.Inr(random.NextInt64(15_000_00, 4_00_000_00)), random.Next(3, 25));
        story.Accounts = RandomCharts.Any(random, "brand");
        story.Do(new ConfirmDisbursement(story.Loan.Payout!.Reference!, "utr-1"), A.System);
        for (var turn = 0; turn < 8; turn++)
        {
            story.CloseThrough(story.Today.AddDays(random.Next(0, 45)));
            if (story.Loan.Account is AccountState.Active && random.Next(3) > 0)
                story.Do(new ReceivePayment($"pay-{story.Events.Count}", A.Inr(random.NextInt64(1, 50_000_00)), random.Next(2) == 0 ? "UPI" : "Cash", "r"), A.System);
            var change = ChangeProperties.AnyChange(story, random);
            if (story.Ask(new ProposeChange("c", change, "asked for"), A.Omar).Refusal is null) story.Change(change);
        }

        return story;
    }
}
