namespace Lending.Domain.Tests.Loans.Statements;

public sealed class AccountStatementTests
{
    private static readonly DateOnly July = new(2026, 7, 1);

    private static readonly LoanProduct Product = A.Emi with { Prepayment = new PrepaymentTerms(0m, 2m, 18m) };

    private static AccountStatement Of(Story story, DateOnly from, DateOnly to) => AccountStatements.Of(Dated(story), from, to, story.Product);

    /// <summary>Every event with the business date the journal would give it.</summary>
    internal static IReadOnlyList<DatedEvent> Dated(Story story)
    {
        var (loan, dated) = (Loan.None, new List<DatedEvent>());
        foreach (var @event in story.Events)
        {
            dated.Add(new DatedEvent(@event is DayClosed night ? night.Date : Later(loan), @event));
            loan = LoanEvolution.Evolve(loan, @event);
        }

        return dated;
    }

    private static DateOnly Later(Loan loan) => loan.ClosedThrough?.AddDays(1) ?? A.Day;

    [Fact]
    public void Of_TheFirstMonth_StartsAtNothingAndTellsPayoutInterestAndPayment()
    {
        var story = Story.Active(Product, A.Inr(20_000_00), 6).UntilMorningOf(new DateOnly(2026, 6, 20)).Pay(A.Inr(1_000_00)).UntilMorningOf(July);

        var statement = Of(story, A.Day, July.AddDays(-1));

        Assert.Equal(0, statement.Opening.Minor);
        Assert.Equal(
            ["Loan paid out, ₹\u00a019,028.00 to you", "Interest, 19 nights", "Payment received (upi), with thanks", "Interest, 11 nights"], statement.Lines.Select(line => line.Text));
        Assert.Equal(A.Inr(20_000_00), statement.Lines[0].Amount);
        Assert.Equal(story.Payoff, statement.Closing);
        Assert.Equal((A.Inr(20_300_00), A.Inr(1_000_00)), (statement.Charged, statement.Paid));
        Assert.Equal(July, statement.NextDue!.On);
    }

    [Fact]
    public void Of_FollowingPeriods_TakesUpWhereTheLastOneEnded()
    {
        var story = Story.Active(Product, A.Inr(20_000_00), 6).UntilMorningOf(new DateOnly(2026, 9, 1));

        var (first, second) = (Of(story, A.Day, July.AddDays(-1)), Of(story, July, new DateOnly(2026, 7, 31)));

        Assert.Equal(first.Closing, second.Opening);
        Assert.Contains(second.Lines, line => line.Text == "Charges for paying late" && line.Amount.IsPositive);
        Assert.True(second.Overdue.IsPositive);
    }

    [Fact]
    public void Of_APaymentThatCountsFromEarlier_TellsWhatItWorkedOutAgain()
    {
        var story = Story.Active(Product, A.Inr(20_000_00), 6).UntilMorningOf(July.AddDays(10));
        var due = LoanFigures.Of(story.Loan, July, Product).DueNow;
        story.Do(new ProposePayment("h", due, "cash", "r", July, "counter"), A.Ravi).Do(new ApprovePayment("h"), A.Lata).UntilMorningOf(new DateOnly(2026, 8, 1));

        var statement = Of(story, July, new DateOnly(2026, 7, 31));

        Assert.Contains(statement.Lines, line => line.Text == "Worked out again from 1 Jul 2026" && line.Amount.Minor < 0);
        Assert.DoesNotContain(statement.Lines, line => line.Text == "Correction");
    }

    [Fact]
    public void Of_ALoanClosedEarly_EndsAtNothingWithTheChargeInPlainWords()
    {
        var story = Story.Active(Product, A.Inr(20_000_00), 6).UntilMorningOf(new DateOnly(2026, 6, 20));
        story.Pay(LoanFigures.PayoffOf(story.Loan, Product, story.Today));

        var statement = Of(story, A.Day, July.AddDays(-1));

        Assert.Equal(0, statement.Closing.Minor);
        Assert.Contains(statement.Lines, line => line.Text == "Charge for paying early" && line.Amount.IsPositive);
    }

    [Cases]
    public void Of_AnyLife_OpeningAndLinesMakeTheClosingAndTheClosingIsTheLedgers(int seed)
    {
        var random = new Random(seed);
        var product = RandomProducts.Any(random);
        var amount = A.Inr(random.NextInt64(product.AmountMin.Minor, product.AmountMax.Minor));
        var brand = A.Saffron with { Settings = A.Saffron.Settings with { MinimumLoan = A.Inr(1) } };
        var story = Story.Active(product, amount, random.Next(product.TenureMin, product.TenureMax + 1), brand);
        var (from, opening) = (A.Day, Money.Zero(product.Currency));
        for (var month = 0; month < 5; month++)
        {
            for (var day = random.Next(20, 40); day > 0; day--)
            {
                story.CloseThrough(story.Today);
                if (random.Next(12) == 0) story.Pay(A.Inr(random.Next(1, 4_000_00)));
            }

            story.CloseThrough(story.Today);
            var to = story.Brand.BusinessDate.AddDays(-1);
            var statement = AccountStatements.Of(Dated(story), from, to, product);

            Assert.Equal(opening, statement.Opening);
            Assert.Equal(statement.Closing, statement.Lines.Aggregate(statement.Opening, (sum, line) => sum + line.Amount));
            Assert.Equal(statement.Closing, statement.Opening + statement.Charged - statement.Paid);
            Assert.Equal(statement.Closing, statement.Lines.IsEmpty ? statement.Opening : statement.Lines[^1].Balance);
            Assert.Equal(
                story.Ledger[Accounts.Principal] + story.Ledger[Accounts.InterestReceivable] + story.Ledger[Accounts.PenaltyReceivable] + story.Ledger[Accounts.FeeReceivable]
                    + story.Ledger[Accounts.CustomerAdvances], statement.Closing.Minor);
            Assert.DoesNotContain(statement.Lines, line => line.Text == "Correction");
            if (story.Loan.Account is not AccountState.Active) return;
            (from, opening) = (to.AddDays(1), statement.Closing);
        }
    }

    [Fact]
    public void Issue_OfAPeriodOrInstalmentTwice_AddsNothing()
    {
        var story = Story.Active(Product, A.Inr(20_000_00), 6).UntilMorningOf(July);
        var zero = A.Inr(0);
        var june = new IssueStatement("doc-1", "ff", A.Day, July.AddDays(-1), zero, A.Inr(5), A.Inr(2), A.Inr(3));
        var bill = new IssueBill("doc-2", "ff", AccountStatements.BillOf(story.Loan, 2, story.Today)!);

        story.Do(june, A.System).Do(bill, A.System);

        Assert.Equal(LoanDecision.Nothing, story.Ask(june with { DocumentId = "doc-3" }, A.System));
        Assert.Equal(LoanDecision.Nothing, story.Ask(june with { From = July.AddDays(3), To = July.AddDays(9) }, A.System)); // A gap is never left.
        Assert.Equal(LoanDecision.Nothing, story.Ask(bill, A.System));
        Assert.Equal(new DateOnly(2026, 6, 30), story.Loan.StatedThrough);
    }

    [Fact]
    public void BillOf_AnInstalment_AddsWhatIsOverdueAndTakesOffTheAdvance()
    {
        var story = Story.Active(Product, A.Inr(20_000_00), 6).UntilMorningOf(July.AddDays(20));
        var overdue = LoanFigures.Of(story.Loan, story.Today, Product).OverdueAmount;

        var bill = AccountStatements.BillOf(story.Loan, 2, story.Today)!;

        Assert.Equal((new DateOnly(2026, 8, 1), overdue), (bill.PayBy, bill.Overdue));
        Assert.Equal(story.Loan.Instalments[1].Outstanding + overdue, bill.Total);
        Assert.Null(AccountStatements.BillOf(story.Loan, 1, story.Today)); // Its day is over.
    }
}
