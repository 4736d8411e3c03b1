using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// What happened on a term loan from the start of From to the end of To, in a borrower's words. A balance is all that is owed at that moment: principal, interest and
/// penalty earned, fees charged, less the customer's advance. Opening plus all amounts is Closing.
/// </summary>
public sealed record AccountStatement(DateOnly From, DateOnly To, Money Opening, ImmutableArray<AccountStatementLine> Lines, Money Closing)
{
    /// <summary>What is overdue on the morning after.</summary>
    public required Money Overdue { get; init; }

    public NextDue? NextDue { get; init; }

    /// <summary>All that raised the balance, and all that lowered it.</summary>
    public Money Charged => Sum(line => line.Amount.IsPositive);

    public Money Paid => -Sum(line => !line.Amount.IsPositive);

    private Money Sum(Func<AccountStatementLine, bool> which)
    {
        var sum = Money.Zero(Opening.Currency);
        foreach (var line in Lines)
            if (which(line)) sum += line.Amount;
        return sum;
    }
}

/// <summary>One line: what raised (positive) or lowered the balance, and the balance after it.</summary>
public sealed record AccountStatementLine(DateOnly On, string Text, Money Amount, Money Balance);

/// <summary>What is to be paid by a day: the instalment that falls due, what is overdue before it, less the advance (RF-027).</summary>
public sealed record LoanBill(int Number, DateOnly Due, DateOnly PayBy, Money Principal, Money Interest, Money Fee, Money Overdue, Money Advance)
{
    public Money Total => Money.Max(Money.Zero(Principal.Currency), Principal + Interest + Fee + Overdue - Advance);
}
