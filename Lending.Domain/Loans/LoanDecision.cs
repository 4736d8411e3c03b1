using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// Everything a decision may look at besides the loan: who asks, the loan's id, the Brand with its business date, the instant, the product the
/// loan was or is to be made under, and how the customer stands. Gathered by the grain; the decider asks nobody.
/// </summary>
public sealed record Circumstances(
    CommandContext Context, string LoanId, Brand Brand, DateTimeOffset Now, LoanProduct? Product, CustomerStanding? Customer)
{
    public Actor Actor => Context.Actor;

    /// <summary>The loan that this one pays off; brought where that is decided.</summary>
    public RefinancedLoan? Refinanced { get; init; }

    /// <summary>The repaid loan whose offer became this application; brought where the application is started.</summary>
    public Loan? Former { get; init; }

    /// <summary>The product as it is offered now; brought where another loan is offered or accepted. The loan itself has its own version.</summary>
    public LoanProduct? Offered { get; init; }

    /// <summary>The accounts the Brand has chosen; brought where a loan is paid out or a credit line opened.</summary>
    public ImmutableArray<AccountMapping> Accounts { get; init; } = [];

    /// <summary>Everything that happened to the loan, in order; brought only for what works the loan out again.</summary>
    public ImmutableArray<LoanEvent>? History { get; init; }

    /// <summary>With the terms of the loan for its product.</summary>
    internal Circumstances UnderTermsOf(Loan loan) => loan.Overrides is null ? this : this with { Product = LoanTerms.Of(loan, Product) };

    /// <summary>The loan's own business day: the Brand's, or the first day not yet closed where day end has already passed this loan.</summary>
    public DateOnly Today(Loan loan) =>
        loan.ClosedThrough is { } closed && closed >= Brand.BusinessDate ? closed.AddDays(1) : Brand.BusinessDate;
}

/// <summary>The customer as far as a loan needs to know: missing onboarding steps, age, and whether money can be sent.</summary>
public sealed record CustomerStanding(string CustomerId, ImmutableArray<string> MissingSteps, int? Age, bool HasVerifiedBankAccount)
{
    /// <summary>The business day on which this Brand last rejected an application of theirs that is still rejected.</summary>
    public DateOnly? RejectedOn { get; init; }

    /// <summary>Why this Brand cancelled loans of theirs after the payout.</summary>
    public ImmutableArray<CancellationReason> CancelledFor { get; init; } = [];

    /// <summary>Their other loans of the product that run or wait for a decision; one that this loan pays off is not among them.</summary>
    public int OpenLoans { get; init; }

    /// <summary>When the bank account was last checked, and the repaid loan that the last consent was given for.</summary>
    public DateTimeOffset? BankCheckedAt { get; init; }

    public string? ConsentForReloanOf { get; init; }

    /// <summary>Their loans with this Brand; brought where another loan is offered or accepted.</summary>
    public CustomerRecord? Record { get; init; }
}

/// <summary>What a command comes to: a refusal, or events (none when a retry has nothing to add) with what must be done outside.</summary>
public sealed record LoanDecision(Refusal? Refusal, ImmutableArray<LoanEvent> Events, ImmutableArray<OutboxItem> Outbox)
{
    public static readonly LoanDecision Nothing = new(null, [], []);

    public static implicit operator LoanDecision(Refusal refusal) => new(refusal, [], []);

    public static LoanDecision Accept(params ReadOnlySpan<LoanEvent> events) => new(null, [.. events], []);

    public LoanDecision AndThen(params ReadOnlySpan<OutboxItem> items) => this with { Outbox = [.. Outbox, .. items] };
}
