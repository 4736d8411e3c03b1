using System.Collections.Immutable;

namespace Lending.Domain.Tests;

/// <summary>
/// One loan lived through the only way production can: commands decided, events evolved. Keeps every event and the ledger, and checks
/// after each event that the ledger balances and agrees with the state.
/// </summary>
internal sealed class Story
{
    public Story(LoanProduct product) => Product = product;

    public LoanProduct Product { get; set; }

    public Brand Brand { get; set; } = A.Saffron;

    public CustomerStanding? Customer { get; set; } = A.Onboarded;

    /// <summary>The loan that this one is to pay off.</summary>
    public RefinancedLoan? Refinanced { get; set; }

    /// <summary>The repaid loan whose offer this one comes of.</summary>
    public Loan? Former { get; set; }

    /// <summary>The product as it is offered now, where that is not the loan's own version.</summary>
    public LoanProduct? Offered { get; set; }

    /// <summary>The instant at which everything is decided.</summary>
    public DateTimeOffset Clock { get; set; } = A.Noon;

    /// <summary>The accounts its Brand has chosen.</summary>
    public ImmutableArray<AccountMapping> Accounts { get; set; } = [];

    public Loan Loan { get; private set; } = Loan.None;

    public List<LoanEvent> Events { get; } = [];

    public Books Ledger { get; } = new();

    public List<OutboxItem> Outbox { get; } = [];

    public DateOnly Today => NowWithoutHistory(A.System).Today(Loan);

    public Circumstances Now(CommandContext by) => NowWithoutHistory(by) with { History = [.. Events] };

    /// <summary>As the grain gathers it for commands that do not look back: every event of a life is many to copy for each night of it.</summary>
    private Circumstances NowWithoutHistory(CommandContext by) => new(by, A.LoanId, Brand, Clock, Product, Customer) 
    {
        Refinanced = Refinanced, Accounts = Accounts, Former = Former, Offered = Offered ?? Product,
    };

    /// <summary>Decides without living it.</summary>
    public LoanDecision Ask(LoanCommand command, CommandContext by) => LoanDecider.Decide(Loan, command, command is CloseDay or ReceivePayment { Presentation: null, PayoffOn: null, PaidOn: null } ? NowWithoutHistory(by) : Now(by));

    /// <summary>Lives through a command that must be accepted.</summary>
    public Story Do(LoanCommand command, CommandContext by)
    {
        var decision = Ask(command, by);
        Assert.Null(decision.Refusal);
        foreach (var @event in decision.Events) Happen(@event);
        Outbox.AddRange(decision.Outbox);

        // Whatever was decided, no loan runs on with nothing owed.
        if (Loan is { Account: AccountState.Active, Line: null } && Loan.Instalments.All(instalment => instalment.IsPaid)) Assert.Fail($"{command} left a loan active with nothing owed.");
        return this;
    }

    public Story Happen(LoanEvent @event)
    {
        var postings = LoanPostings.Of(Loan, @event);
        Ledger.Post(postings);
        Loan = LoanEvolution.Evolve(Loan, @event);
        Events.Add(@event);
        Ledger.AssertAgree(Loan);
        return this;
    }

    /// <summary>Puts the loan where another part of the house would bring it; only for what posts nothing.</summary>
    public Story Put(Loan loan)
    {
        Loan = loan;
        return this;
    }

    /// <summary>Closes every day up to and including this one, the Brand's business date following.</summary>
    public Story CloseThrough(DateOnly last)
    {
        while (Loan.Account is AccountState.Active && Accrual.NextOpenDay(Loan) <= last)
        {
            var day = Accrual.NextOpenDay(Loan);
            Do(new CloseDay(day), A.System);
            Brand = Brand with { BusinessDate = day.AddDays(1) };
        }

        Brand = Brand with { BusinessDate = last.AddDays(1) };
        return this;
    }

    /// <summary>The start of a day: the day before is closed.</summary>
    public Story UntilMorningOf(DateOnly day) => CloseThrough(day.AddDays(-1));

    public Story Pay(Money amount, string? id = null) => Do(new ReceivePayment(id ?? $"pay-{Events.Count}", amount, "upi", "ref"), A.System);

    /// <summary>A change asked for by one person and approved by another.</summary>
    public Story Change(LoanChange change)
    {
        var id = $"change-{Events.Count}";
        return Do(new ProposeChange(id, change, "asked for"), A.Omar).Do(new ApproveChange(id), A.Lata);
    }

    public Refusal Refused(LoanChange change) => Assert.IsAssignableFrom<Refusal>(Ask(new ProposeChange("c", change, "asked for"), A.Omar).Refusal);

    public Money Payoff => LoanFigures.PayoffOf(Loan);

    public static Story Onboarding(LoanProduct product, Money amount, int tenure, Brand? brand = null)
    {
        var story = new Story(product) { Brand = brand ?? A.Saffron };
        return story.Do(new StartApplication(A.Asha, product.Code, amount, tenure), A.Borrower());
    }

    public static Story Pending(LoanProduct product, Money amount, int tenure, Brand? brand = null) =>
        Onboarding(product, amount, tenure, brand).Do(new SubmitApplication(), A.Borrower());

    public static Story Recommended(LoanProduct product, Money amount, int tenure, Brand? brand = null) =>
        Pending(product, amount, tenure, brand).Do(new ApproveByCredit(amount, "fine"), A.Priya);

    public static Story Sanctioned(LoanProduct product, Money amount, int tenure, Brand? brand = null) =>
        Recommended(product, amount, tenure, brand).Do(new Sanction(amount, "fine"), A.Sunil);

    public static Story AgreementIssued(LoanProduct product, Money amount, int tenure, Brand? brand = null) =>
        Sanctioned(product, amount, tenure, brand).Do(A.Agreement(brand?.BusinessDate.AddDays(2)), A.System);

    public static Story Signed(LoanProduct product, Money amount, int tenure, Brand? brand = null) =>
        AgreementIssued(product, amount, tenure, brand).Do(new RecordSignature("sign-1", "ab12", A.Noon), A.System);

    public static Story DisbursalProposed(LoanProduct product, Money amount, int tenure, Brand? brand = null) =>
        Signed(product, amount, tenure, brand).Do(new ProposeDisbursement("IMPS"), A.Omar);

    public static Story PayoutRequested(LoanProduct product, Money amount, int tenure, Brand? brand = null)
    {
        var story = DisbursalProposed(product, amount, tenure, brand);
        return story.Do(new ApproveDisbursement(story.Loan.Net!.Value), A.Lata);
    }

    public static Story Active(LoanProduct product, Money amount, int tenure, Brand? brand = null)
    {
        var story = PayoutRequested(product, amount, tenure, brand);
        return story.Do(new ConfirmDisbursement(story.Loan.Payout!.Reference!, "utr-1"), A.System);
    }

    /// <summary>A line that can be drawn from.</summary>
    public static Story Opened(LoanProduct product, Money limit, int months, Brand? brand = null) => Signed(product, limit, months, brand);

    /// <summary>A draw asked for, approved where it has to be, and paid by the bank.</summary>
    public Story Draw(Money amount)
    {
        var id = $"draw-{Events.Count}";
        Do(new RequestDraw(id, amount, "IMPS"), A.Borrower());
        if (Loan.Line!.Draws.Single(draw => draw.DrawId == id) is { Reference: null } waiting) Do(new ApproveDraw(id, waiting.Net), A.Lata);
        return Do(new ConfirmDisbursement(Loan.Line!.Draws.Single(draw => draw.DrawId == id).Reference!, "utr-" + id), A.System);
    }

    public static Story Completed(LoanProduct product, Money amount, int tenure, Brand? brand = null)
    {
        var story = Active(product, amount, tenure, brand);
        return story.Pay(story.Payoff);
    }
}

/// <summary>The day end's own question, asked of a loan from outside.</summary>
internal static class Accrual
{
    public static DateOnly NextOpenDay(Loan loan) => loan.ClosedThrough?.AddDays(1) ?? loan.DisbursedOn!.Value;
}
