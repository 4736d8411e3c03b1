using Lending.Data;
using Lending.Portal.Changes;
using Lending.Portal.Components;
using Lending.Portal.Loans;
using Lending.Portal.ProductEditing;

namespace Lending.Portal.Tests.Loans;

/// <summary>Lines of credit in the words of the pages.</summary>
public sealed class LineTests : PortalContext
{
    private static readonly LoanProduct Product = new(
        "FLEXI", 1, "Flexi credit line", RepaymentPlan.CreditLine, Money.Inr(20_000_00), Money.Inr(3_00_000_00), 6, 24, 24m,
        [new FeeTerms("draw", "Draw fee", 1m, null, 18m) { When = FeeTime.EachDraw }], new PenaltyTerms(0.08m)) { Line = new CreditLineTerms { DueDay = 5 } };

    private static Loan Opened()
    {
        var cycle = new LineCycle(1, Today, Today.AddDays(20), Today.AddDays(24), Today.AddDays(24));
        LoanEvent[] events =
        [
            new ApplicationStarted("LN-2611-00001", "CU-2611-00001", "FLEXI", 1, Money.Inr(50_000_00), 12), new LineOpened(Today, Money.Inr(50_000_00), Today.AddMonths(12), cycle),
            new LineDrawRequested("d", 1, Money.Inr(10_000_00), [], Money.Inr(10_000_00), "IMPS", Today, "CU-2611-00001"), new LineDrawApproved("d", 1, "r", "CU-2611-00001", true),
            new LineDrawPaid("d", 1, "r", "utr", "IMPS", Today, Money.Inr(10_000_00), [], Money.Inr(10_000_00), []),
        ];
        return LoanEvolution.Replay(events);
    }

    private static LoanFile File(Loan loan) => new(
        loan.Id, loan, loan.Version, Product, LoanFigures.Of(loan, Today, Product), Today, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null);

    [Fact]
    public void Figures_OfALine_AreLimitDrawnAvailableAndMinimum()
    {
        var figures = LoanHead.FiguresOf(File(Opened()), TimeSpan.Zero).ToDictionary(figure => figure.Label, figure => figure.Value);

        Assert.Equal(("₹\u00a050,000.00", "₹\u00a010,000.00", "₹\u00a040,000.00", "₹\u00a00.00"), (figures["Limit"], figures["Drawn"], figures["Available"], figures["Minimum due"]));
    }

    [Fact]
    public void Changes_OfALine_AreItsOwnAndNoneOfASchedule()
    {
        var offered = ChangeOption.For(Opened()).Select(option => option.Code).ToList();

        Assert.Contains("limit", offered);
        Assert.Contains("line-block", offered);
        Assert.DoesNotContain("extension", offered);
        Assert.DoesNotContain("limit", ChangeOption.For(Loan.None).Select(option => option.Code));
        Assert.All(ChangeOption.All, option => Assert.Contains(option.Code, ChangeKinds.CodeOf(ChangeForm.Of(option) switch
        {
            var form => (form with { Rate = 12m, Count = 1, Day = Today, From = Today, To = Today, Amount = Money.Inr(1), Reference = "r", PaymentId = "p", Words = "w" }).ToChange()!,
        }), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AccountState.WrittenOff)]
    [InlineData(AccountState.Completed)]
    [InlineData(AccountState.Cancelled)]
    public void Changes_OfALoanThatEnded_AreThoseThatMoveMoney(AccountState ended) =>
        Assert.Equal(["payment-reversal", "advance-refund", "refund-return"], ChangeOption.For(Loan.None with { Account = ended }).Select(option => option.Code));

    [Fact]
    public void Effect_OfALimit_ShowsTheLineBeforeAndAfter()
    {
        var before = Opened();
        var after = before with { Line = before.Line! with { Limit = Money.Inr(80_000_00) } };
        var effect = new ChangeEffect(new LimitChange(Money.Inr(80_000_00)), new ChangePreview(Today, ChangeFigures.Of(before, Product, Today), ChangeFigures.Of(after, Product, Today), []));

        var available = effect.Figures.Single(figure => figure.Label == "Available");

        Assert.Equal(("₹\u00a040,000.00", "₹\u00a070,000.00"), (available.Was, available.Now));
    }

    [Fact]
    public void Settling_ACreditLine_LeavesNothingOfInstalmentsAndBack()
    {
        var emi = Product with { Plan = RepaymentPlan.Emi, Line = null, Instalments = InstalmentTerms.Monthly, Prepayment = new(1m, 1m, 18m), Fees = [new("p", "P", 1m, null, 18m)] };

        var line = ProductSettling.Settle(emi with { Plan = RepaymentPlan.CreditLine });
        Assert.Empty(ProductRules.Check(line));
        Assert.Equal((null, null, FeeTime.EachDraw), (line.Instalments, line.Prepayment, line.Fees[0].When));

        var back = ProductSettling.Settle(line with { Plan = RepaymentPlan.Emi });
        Assert.Equal((null, FeeTime.Payout), (back.Line, back.Fees[0].When));
        Assert.Empty(ProductRules.Check(back));
    }

    [Fact]
    public void Section_OfACreditLine_ChangesItsTerms()
    {
        LoanProduct? changed = null;
        var section = Render<LineSection>(with => with.Add(p => p.Product, Product).Add(p => p.ProductChanged, product => { changed = product; }));

        section.Find("#line-minimumPercent").Input("25");
        section.Find("#line-minimumPercent").Blur();

        Assert.Equal(25m, changed?.Line?.MinimumPercent);
    }
}
