using Lending.Data;

namespace Lending.Portal.Tests.Loans;

/// <summary>An EMI loan lived through its commands, paid out on a day and closed day by day up to a later one; never paid. Each instalment brings a fee of ₹ 118.</summary>
internal sealed class LivedLoan
{
    public static readonly LoanProduct Product = new(
        "EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(5_00_000_00), 3, 24, 18m,
        [new FeeTerms("collection", "Collection fee", null, Money.Inr(100_00), 18m) { When = FeeTime.EachInstalment }], new PenaltyTerms(0.1m));

    private const string Id = "LN-2608-00001";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 6, 0, 0, TimeSpan.Zero);

    public LivedLoan(DateOnly paidOut, DateOnly today)
    {
        Brand = new("saffron", "Saffron Credit", "Asia/Kolkata", paidOut, new BrandSettings { LegalName = "Saffron", LegalAddress = "Pune", SundayOff = false });
        Do(new StartApplication("CU-1", Product.Code, Money.Inr(60_000_00), 6), new Actor(ActorKind.Borrower, "CU-1", "Borrower"), Grants.OfBorrower("CU-1"));
        Do(new SubmitApplication(), new Actor(ActorKind.Borrower, "CU-1", "Borrower"), Grants.OfBorrower("CU-1"));
        Do(new ApproveByCredit(Money.Inr(60_000_00), "fine"), StaffRole.CreditExecutive);
        Do(new Sanction(Money.Inr(60_000_00), "fine"), StaffRole.SanctionManager);
        Do(new IssueAgreement("doc", "ab12", "sign", "https://sign.test/1", paidOut.AddDays(2)));
        Do(new RecordSignature("sign", "ab12", Now));
        Do(new ProposeDisbursement("IMPS"), StaffRole.LoanOps);
        Do(new ApproveDisbursement(State.Net!.Value), new Actor(ActorKind.Staff, "second", "Second"), StaffRoles.DefaultsOf(StaffRole.LoanOps));
        Do(new ConfirmDisbursement(State.Payout!.Reference!, "utr"));
        for (; Brand.BusinessDate < today; Brand = Brand with { BusinessDate = Brand.BusinessDate.AddDays(1) }) Do(new CloseDay(Brand.BusinessDate));
    }

    public Brand Brand { get; private set; }

    public Loan State { get; private set; } = Loan.None;

    public List<LoanEvent> Events { get; } = [];

    public LoanFile File => new(
        Id, State, State.Version, Product, LoanFigures.Of(State, Brand.BusinessDate, Product), Brand.BusinessDate, Now, Now, null);

    private void Do(LoanCommand command, StaffRole role) => Do(command, new Actor(ActorKind.Staff, $"{role}", $"{role}"), StaffRoles.DefaultsOf(role));

    private void Do(LoanCommand command) => Do(command, Actor.System("test"), Grants.Everything);

    private void Do(LoanCommand command, Actor actor, Grants grants)
    {
        var context = new CommandContext($"c-{Events.Count}", Brand.Code, actor, grants, Guid.Empty);
        var decision = LoanDecider.Decide(State, command, new Circumstances(context, Id, Brand, Now, Product, new CustomerStanding("CU-1", [], 30, true)));
        Assert.Null(decision.Refusal);
        Events.AddRange(decision.Events);
        State = decision.Events.Aggregate(State, LoanEvolution.Evolve);
    }
}
