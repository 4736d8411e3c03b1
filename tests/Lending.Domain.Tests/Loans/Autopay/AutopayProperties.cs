namespace Lending.Domain.Tests.Loans.Autopay;

/// <summary>Random loans with a mandate, whose debits are paid, fail, come late or never, while their borrowers pay as they like.</summary>
public sealed class AutopayProperties
{
    [Cases]
    public void Life_WithDebitsOfEveryKind_NeverTakesMoreThanWasToldAndTheMandateAllows(int seed)
    {
        var random = new Random(seed);
        var product = RandomProducts.Any(random);
        var brand = A.Saffron with { Settings = A.Saffron.Settings with { MinimumLoan = A.Inr(1) } };
        var amount = A.Inr(random.NextInt64(product.AmountMin.Minor, product.AmountMax.Minor));
        var story = Story.Active(product, amount, random.Next(product.TenureMin, product.TenureMax + 1), brand);
        if (story.Ask(new RequestMandate(), A.Borrower()).Refusal is not null) return;
        AutopayStory.Confirmed(story);
        var payments = 0;
        for (var day = 0; day < 150 && story.Loan.Account is AccountState.Active; day++)
        {
            story.CloseThrough(story.Today);
            if (story.Loan.Account is not AccountState.Active) break;
            switch (random.Next(6))
            {
                case 0 or 1 when story.Presentation() is { State: PresentationState.Presented }: story.Collected($"debit-{payments++}"); break;
                case 2 when story.Presentation() is { State: PresentationState.Presented }: story.Bounced(); break;
                case 3 when random.Next(8) == 0: story.Pay(A.Inr(random.Next(1, 3_000_00)), $"own-{payments++}"); break;
            }
        }

        var told = story.All<AutopayAnnounced>().ToDictionary(told => told.Reference); // Throws where a reference is used twice.
        var presented = story.All<AutopayPresented>().ToDictionary(made => made.Reference);
        foreach (var made in presented.Values)
        {
            Assert.True(made.Amount <= told[made.Reference].Amount && made.Amount <= story.Loan.Mandate!.Most && made.Amount.IsPositive);
            Assert.Equal(told[made.Reference].DebitOn, made.On);
        }

        foreach (var byDue in story.All<AutopayAnnounced>().Where(one => presented.ContainsKey(one.Reference)).GroupBy(one => one.Through))
            Assert.True(byDue.Count() <= 1 + story.Brand.Settings.Autopay.RetriesMax);
        Assert.Equal(As.Json(story.Loan), As.Json(LoanEvolution.Replay(story.Events)));
    }
}
