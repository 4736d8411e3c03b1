namespace Lending.Domain.Tests.Loans;

/// <summary>A loan is repaid, checked, offered again, and the offer answered (LOS-034 to LOS-037).</summary>
public sealed class ReloanTests
{
    private const string Application = "LN-2607-00009";

    private static readonly ReloanPolicy Policy = new() { Enabled = true, Automatic = true, HikePercent = 10 };

    private static readonly CommandContext Job = A.System;

    private static Brand With(ReloanPolicy policy) => A.Saffron with { Settings = A.Saffron.Settings with { Reloans = policy } };

    /// <summary>A payday loan of 20,000 for ten days, repaid so many days after its due date.</summary>
    private static Story Repaid(ReloanPolicy? policy = null, int daysLate = 0)
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10, With(policy ?? Policy));
        story.Customer = A.Onboarded with { Record = new CustomerRecord(1, 0) };
        story.UntilMorningOf(A.Day.AddDays(10 + daysLate));
        return story.Pay(story.Payoff);
    }

    private static ReloanChecked Last(Story story) => story.Events.OfType<ReloanChecked>().Last();

    private static string[] Against(Story story) => [.. Last(story).Findings.Where(finding => !finding.Passed).Select(finding => finding.Rule.ToString())];

    [Fact]
    public void Closing_OfABrandThatOffersNone_AsksForNoCheck() => Assert.DoesNotContain(Repaid(new()).Outbox, item => item.Kind == OutboxKinds.CheckReloan);

    [Fact]
    public void Closing_OfAProductThatIsNotCovered_AsksForNoCheck() =>
        Assert.DoesNotContain(Repaid(Policy with { Products = ["emi"] }).Outbox, item => item.Kind == OutboxKinds.CheckReloan);

    [Fact]
    public void Closing_WhereTheBrandOffers_AsksForOneCheck() =>
        Assert.Equal(A.LoanId, Assert.Single(Repaid().Outbox, item => item.Kind == OutboxKinds.CheckReloan).Data["loan"]);

    [Fact]
    public void Check_OfALoanRepaidOnTime_OffersMoreAndTellsTheBorrower()
    {
        var story = Repaid().Do(new CheckReloan(), Job);

        Assert.Equal(new ReloanTerms(A.Inr(20_000_00), A.Inr(22_000_00), 10, A.Day.AddDays(40)), story.Loan.Reloan!.Offer);
        Assert.Equal(ReloanState.Approved, story.Loan.Reloan.State);
        Assert.All(Last(story).Findings, finding => Assert.True(finding.Passed));
        var told = Assert.Single(story.Outbox, item => item.Data.GetValueOrDefault("template") == MessageTemplates.ReloanOffered);
        Assert.Equal(("2200000", "2026-07-11"), (told.Data["amountMinor"], told.Data["date"]));
    }

    [Fact]
    public void Check_Again_AddsNothing()
    {
        var story = Repaid().Do(new CheckReloan(), Job);

        Assert.Empty(story.Ask(new CheckReloan(), Job).Events);
        Assert.Equal(new ReloanMadeAlready(), story.Ask(new CheckReloan(), A.Omar).Refusal);
    }

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    [InlineData(1, 0, false)]
    public void Check_OfALatePayment_IsDecidedByTheBrandsTolerance(int daysLate, int tolerance, bool offered)
    {
        var story = Repaid(Policy with { ToleranceDays = tolerance }, daysLate).Do(new CheckReloan(), Job);

        Assert.Equal(offered ? [] : ["OnTime"], Against(story));
        Assert.Equal(offered, story.Loan.Reloan!.Offer is not null);
        var found = Last(story).Findings.Single(finding => finding.Rule is ReloanRule.OnTime);
        Assert.Equal(($"{daysLate}", $"{tolerance}"), (found.Found, found.Allowed));
    }

    [Fact]
    public void Check_OfALoanThatWasDelinquent_HasBothReasons()
    {
        var story = Repaid(daysLate: 31).Do(new CheckReloan(), Job);

        Assert.Equal(["OnTime", "NeverDelinquent"], Against(story));
    }

    [Fact]
    public void Check_OfALoanThatWasDisputed_IsLoggedWithoutAnOffer()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10, With(Policy));
        story.Customer = A.Onboarded with { Record = new CustomerRecord(1, 0) };
        story.Change(new Dispute()).Change(new HoldRelease());
        story.Pay(story.Payoff).Do(new CheckReloan(), Job);

        Assert.Equal(["NeverDisputed"], Against(story));
        Assert.Null(story.Loan.Reloan!.Offer);
        Assert.Null(story.Loan.Reloan.State);
    }

    [Fact]
    public void Check_OfALoanThatWasChargedOff_IsLoggedWithoutAnOffer()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10, With(Policy));
        story.Customer = A.Onboarded with { Record = new CustomerRecord(1, 0) };
        story.Change(new ChargeOff(ChargeOffKind.Regular));
        story.Pay(story.Payoff).Do(new CheckReloan(), Job);

        Assert.Contains("NeverChargedOff", Against(story));
        Assert.Null(story.Loan.Reloan!.Offer);
    }

    [Fact]
    public void Check_OfASettledLoan_NamesHowItEnded()
    {
        var story = Story.Active(A.Payday, A.Inr(20_000_00), 10, With(Policy));
        story.Customer = A.Onboarded with { Record = new CustomerRecord(1, 0) };
        story.Change(new Settlement(A.Inr(10_000_00), A.Day.AddDays(5))).Pay(A.Inr(10_000_00)).Do(new CheckReloan(), Job);

        Assert.Equal(["Repaid"], Against(story));
        Assert.Equal("Settled", Last(story).Findings.Single(finding => finding.Rule is ReloanRule.Repaid).Found);
    }

    public static TheoryData<string, CustomerStanding> Standings() => new()
    {
        { "OtherLoans", A.Onboarded with { Record = new CustomerRecord(2, 1) } },
        { "LoanCount", A.Onboarded with { Record = new CustomerRecord(10, 0) } },
        { "OpenLoans", A.Onboarded with { Record = new CustomerRecord(2, 0), OpenLoans = 1 } },
        { "Cooldown", A.Onboarded with { Record = new CustomerRecord(1, 0), RejectedOn = A.Day.AddDays(5) } },
        { "Age", A.Onboarded with { Record = new CustomerRecord(1, 0), Age = 55 } },
    };

    [Theory, MemberData(nameof(Standings))]
    public void Check_OfACustomerWhoMayNotHaveMore_NamesTheRule(string rule, CustomerStanding standing)
    {
        var story = Repaid();
        (story.Customer, story.Product) = (standing, A.Payday with { LoansPerCustomer = 1 });

        story.Do(new CheckReloan(), Job);

        Assert.Equal([rule], Against(story));
    }

    [Fact]
    public void Check_WithoutAutomation_IsLoggedAndStaffMayStillOffer()
    {
        var story = Repaid(Policy with { Automatic = false }).Do(new CheckReloan(), Job);
        Assert.Equal(["Automation"], Against(story));

        story.Do(new CheckReloan(), A.Priya);

        Assert.Equal((2, ReloanState.Pending), (story.Loan.Reloan!.Number, story.Loan.Reloan.State));
        Assert.IsType<SecondPersonNeeded>(story.Ask(new ApproveReloan(2, "good payer"), A.Priya).Refusal);
        story.Do(new ApproveReloan(2, "good payer"), A.Sunil);
        Assert.Equal((ReloanState.Approved, "sunil"), (story.Loan.Reloan!.State, story.Loan.Reloan.DecidedBy));
    }

    [Fact]
    public void Offer_ThatStaffHaveToApprove_IsNotKnownToTheBorrowerBefore()
    {
        var story = Repaid(Policy with { ApprovalNeeded = true }).Do(new CheckReloan(), Job);
        Assert.Equal(ReloanState.Pending, story.Loan.Reloan!.State);
        Assert.DoesNotContain(story.Outbox, item => item.Data.GetValueOrDefault("template") == MessageTemplates.ReloanOffered);
        Assert.Equal(new ReloanNotFound(), story.Ask(new AcceptReloan(1, Application, null, null), A.Borrower()).Refusal);
        Assert.Equal(new ReloanNotFound(), story.Ask(new DeclineReloan(1, null), A.Borrower()).Refusal);

        story.Do(new RejectReloan(1, "asked us not to"), A.Priya);

        Assert.Equal((ReloanState.Rejected, "asked us not to"), (story.Loan.Reloan!.State, story.Loan.Reloan.Reason));
        Assert.Equal(new ReloanNotOpen("Rejected"), story.Ask(new ApproveReloan(1, "x"), A.Priya).Refusal);
        Assert.Equal(new ReloanNotOpen("Rejected"), story.Ask(new CancelReloan(1, "x"), A.Priya).Refusal);
        Assert.Equal(new ReloanNotFound(), story.Ask(new ApproveReloan(7, "x"), A.Priya).Refusal);
    }

    [Fact]
    public void Cancel_OfAnOfferTheBorrowerKnows_TellsThem()
    {
        var story = Repaid().Do(new CheckReloan(), Job);
        Assert.Equal(new NoteMissing(), story.Ask(new CancelReloan(1, " "), A.Omar).Refusal);

        story.Do(new CancelReloan(1, "policy changed"), A.Omar);

        Assert.Equal((ReloanState.Cancelled, ReloanEnding.Withdrawn), (story.Loan.Reloan!.State, story.Loan.Reloan.Ending));
        Assert.Single(story.Outbox, item => item.Data.GetValueOrDefault("template") == MessageTemplates.ReloanWithdrawn);
        Assert.Equal(new ReloanNotOpen("Cancelled"), story.Ask(new AcceptReloan(1, Application, null, null), A.Borrower()).Refusal);
    }

    [Fact]
    public void Accept_AsOffered_NamesTheApplicationAndHasItStarted()
    {
        var story = Repaid().Do(new CheckReloan(), Job).Do(new AcceptReloan(1, Application, null, null), A.Borrower());

        Assert.Equal((Application, A.Inr(22_000_00), 10), (story.Loan.Reloan!.Application, story.Loan.Reloan.Taken, story.Loan.Reloan.TakenTenure));
        Assert.Equal(Application, Assert.Single(story.Outbox, item => item.Kind == OutboxKinds.StartReloan).Data["application"]);
        Assert.Equal(new ReloanNotOpen("Accepted"), story.Ask(new AcceptReloan(1, "LN-2607-00010", null, null), A.Borrower()).Refusal);
        Assert.Equal(new ReloanNotOpen("Accepted"), story.Ask(new CancelReloan(1, "x"), A.Omar).Refusal);
        Assert.Empty(story.Ask(new EndReloan(1, ReloanEnding.Expired, "over"), Job).Events);
    }

    [Fact]
    public void Accept_OutsideTheOffer_IsRefused()
    {
        var story = Repaid().Do(new CheckReloan(), Job);
        Refusal? Ask(Money? amount, int? tenure) => story.Ask(new AcceptReloan(1, Application, amount, tenure), A.Borrower()).Refusal;

        Assert.Equal(new AmountAboveOffered(A.Inr(22_000_00)), Ask(A.Inr(22_000_01), null));
        Assert.IsType<AmountOutOfRange>(Ask(A.Inr(4_999_99), null));
        Assert.IsType<TenureOutOfRange>(Ask(null, 31));
        Assert.Null(Ask(A.Inr(15_000_00), 20));
    }

    [Fact]
    public void Accept_ByACustomerWhoHasFallenBehindElsewhere_NamesTheRule()
    {
        var story = Repaid().Do(new CheckReloan(), Job);
        story.Customer = story.Customer! with { Record = new CustomerRecord(2, 1) };

        Assert.Equal(new ReloanNotPossibleNow("OtherLoans"), story.Ask(new AcceptReloan(1, Application, null, null), A.Borrower()).Refusal);
    }

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void Accept_AfterTheBrandsDays_IsRefusedAndThePlatformEndsTheOffer(int daysLater, bool over)
    {
        var story = Repaid().Do(new CheckReloan(), Job);
        story.Brand = story.Brand with { BusinessDate = A.Day.AddDays(10 + daysLater) };

        Assert.Equal(over ? new ReloanExpired(A.Day.AddDays(40)) : null, story.Ask(new AcceptReloan(1, Application, null, null), A.Borrower()).Refusal);
        Assert.Equal(over ? 1 : 0, story.Ask(new EndReloan(1, ReloanEnding.Expired, "over"), Job).Events.Length);
    }

    [Fact]
    public void Decline_ByTheBorrower_EndsItOnce()
    {
        var story = Repaid().Do(new CheckReloan(), Job).Do(new DeclineReloan(1, "no need"), A.Borrower());

        Assert.Equal((ReloanState.Cancelled, ReloanEnding.Declined), (story.Loan.Reloan!.State, story.Loan.Reloan.Ending));
        Assert.Empty(story.Ask(new DeclineReloan(1, null), A.Borrower()).Events);
    }

    [Fact]
    public void Reversal_OfTheLastPayment_EndsTheOfferAndTheNextClosingIsCheckedAgain()
    {
        var story = Repaid().Do(new CheckReloan(), Job);
        var paid = story.Loan.ReceivedPayments[^1];

        story.Change(new PaymentReversal(paid, ReversalCause.Bounced));

        Assert.Equal(AccountState.Active, story.Loan.Account);
        Assert.Equal((ReloanState.Cancelled, ReloanEnding.LoanReopened), (story.Loan.Reloan!.State, story.Loan.Reloan.Ending));
        story.Pay(story.Payoff);
        Assert.Equal(2, story.Outbox.Where(item => item.Kind == OutboxKinds.CheckReloan).Select(item => item.Key).Distinct().Count());
        story.Do(new CheckReloan(), Job);
        Assert.Equal(2, story.Loan.Reloan!.Number);
    }

    [Fact]
    public void Start_OfAnAcceptedOffer_LinksBothWays()
    {
        var former = Repaid().Do(new CheckReloan(), Job).Do(new AcceptReloan(1, A.LoanId, A.Inr(15_000_00), 20), A.Borrower()).Loan with { Id = "LN-2605-00001" };
        var story = new Story(A.Payday) { Former = former, Brand = With(Policy) };

        story.Do(ReloanAccepting.StartOf(former), A.Borrower());

        Assert.Equal(("LN-2605-00001", A.Inr(15_000_00), 20), (story.Loan.ReloanOf, story.Loan.Requested, story.Loan.Tenure));
        Assert.Equal(A.LoanId, former.Reloan!.Application);
    }

    [Fact]
    public void Start_NamingAnOfferThatIsNotItsOwn_IsRefused()
    {
        var former = Repaid().Do(new CheckReloan(), Job).Do(new AcceptReloan(1, Application, null, null), A.Borrower()).Loan;
        Refusal? Ask(Loan? offered, StartApplication start) => new Story(A.Payday) { Former = offered, Brand = With(Policy) }.Ask(start, A.Borrower()).Refusal;

        Assert.Equal(new NotThisReloan(), Ask(null, ReloanAccepting.StartOf(former)));
        Assert.Equal(new NotThisReloan(), Ask(former, ReloanAccepting.StartOf(former))); // It became another application.
    }

    [Fact]
    public void Submit_OfAReloan_WantsFreshConsentAndABankAccountCheckedLately()
    {
        var former = Repaid().Do(new CheckReloan(), Job).Do(new AcceptReloan(1, A.LoanId, null, null), A.Borrower()).Loan with { Id = "LN-2605-00001" };
        var story = new Story(A.Payday) { Former = former, Brand = With(Policy) };
        story.Do(ReloanAccepting.StartOf(former), A.Borrower());
        Refusal? Ask(string? consent, int daysAgo)
        {
            story.Customer = A.Onboarded with { ConsentForReloanOf = consent, BankCheckedAt = story.Clock.AddDays(-daysAgo) };
            return story.Ask(new SubmitApplication(), A.Borrower()).Refusal;
        }

        Assert.Equal(new RefreshNeeded("consent"), Ask(null, 90));
        Assert.Equal(new RefreshNeeded("consent"), Ask("LN-2604-00001", 1));
        Assert.Equal(new RefreshNeeded("bank_account"), Ask("LN-2605-00001", 91));
        Assert.Equal(new RefreshNeeded("bank_account, consent"), Ask(null, 91));
        Assert.Null(Ask("LN-2605-00001", 90));
    }

    [Fact]
    public void Events_OfAnOffer_ReplayToTheSameLoan()
    {
        var story = Repaid().Do(new CheckReloan(), Job).Do(new AcceptReloan(1, Application, null, null), A.Borrower());

        Assert.Equal(story.Loan.Reloan, LoanEvolution.Replay(story.Events).Reloan);
    }

    [Fact]
    public void Check_OfACreditLine_IsNeverAskedFor()
    {
        var story = Story.Opened(A.Line, A.Inr(50_000_00), 12, With(Policy)).Do(new CloseLine("no longer needed"), A.Borrower());

        Assert.Equal(AccountState.Completed, story.Loan.Account);
        Assert.DoesNotContain(story.Outbox, item => item.Kind == OutboxKinds.CheckReloan);
    }

    public static TheoryData<string, ReloanPolicy> Broken() => new()
    {
        { "reloans.toleranceDays", new() { ToleranceDays = 61 } },
        { "reloans.loansMax", new() { LoansMax = 0 } },
        { "reloans.hikePercent", new() { HikePercent = 501 } },
        { "reloans.hikePercent", new() { HikePercent = 1, HikeAmount = A.Inr(1) } },
        { "reloans.hikeAmount", new() { HikeAmount = A.Inr(-1) } },
        { "reloans.roundTo", new() { RoundTo = A.Inr(0) } },
        { "reloans.offerDays", new() { OfferDays = 0 } },
        { "reloans.bankCheckDays", new() { BankCheckDays = 0 } },
        { "reloans.products", new() { Products = ["not a code"] } },
        { "reloans.automatic", new() { Automatic = true } },
    };

    [Theory, MemberData(nameof(Broken))]
    public void Settings_ThatCannotBe_AreNamed(string input, ReloanPolicy policy)
    {
        Assert.Contains(BrandRules.Check(With(policy)), broken => broken.Input == input);
        Assert.DoesNotContain(BrandRules.Check(With(Policy)), broken => broken.Input.StartsWith("reloans", StringComparison.Ordinal));
    }
}
