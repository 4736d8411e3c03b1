using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// A revolving account as it stands, beside what every loan has. Its debt is the loan's instalments: one for each statement, with what it newly asked for, and
/// last the open one with all that no statement has asked for yet. ValidThrough is the last day on which it can be drawn from.
/// </summary>
public sealed record CreditLine(Money Limit, DateOnly OpenedOn, DateOnly ValidThrough, LineCycle Cycle, CycleSums Sums)
{
    /// <summary>Draws that are not paid yet: asked for, or on their way to the bank.</summary>
    public ImmutableArray<LineDraw> Draws { get; init; } = [];

    /// <summary>How many draws there were so far; the number of the last one.</summary>
    public int DrawsMade { get; init; }

    /// <summary>Numbers of draws that came to nothing: the bank failed them, or they were turned down.</summary>
    public ImmutableArray<int> DrawsFailed { get; init; } = [];

    /// <summary>Draws that the provider called failed, the latest ones: should it say later that it paid one all the same, the borrower has that money. Null is none.</summary>
    public ImmutableArray<LineDraw>? CalledFailed { get; init; }

    /// <summary>Why staff have blocked it; null when they have not.</summary>
    public LineBlock? Block { get; init; }

    /// <summary>The percentage of the minimum payment of this line where it is not the product's (RF-028).</summary>
    public decimal? MinimumPercent { get; init; }

    /// <summary>What the last statement asked for in all, overdue included, and by when; null before the first.</summary>
    public AskedFor? Asked { get; init; }

    /// <summary>Draws asked for or on their way take their room already.</summary>
    public Money UnderWay()
    {
        var sum = Money.Zero(Limit.Currency);
        foreach (var draw in Draws) sum += draw.Amount;
        return sum;
    }
}

/// <summary>
/// What moved in the cycle so far, and the balance it began with: everything owed less money kept in advance, below zero when that is more. Paid counts on the day
/// it is booked.
/// </summary>
public sealed record CycleSums(Money Opening, Money Drawn, Money Interest, Money Penalty, Money Paid)
{
    public static CycleSums From(Money opening) => new(opening, Money.Zero(opening.Currency), Money.Zero(opening.Currency), Money.Zero(opening.Currency), Money.Zero(opening.Currency));
}

/// <summary>What a statement asked for and by when.</summary>
public sealed record AskedFor(Money Amount, DateOnly PayBy);

/// <summary>Staff let nothing be drawn since a day; payments go on.</summary>
public sealed record LineBlock(DateOnly Since, string Reason, string By);

/// <summary>
/// A draw until it is paid: Amount is what is lent, Net what reaches the bank account after the charges. Reference is set once it was approved and the provider
/// asked.
/// </summary>
public sealed record LineDraw(
    string DrawId, int Number, Money Amount, ImmutableArray<Charge> Charges, Money Net, string Channel, DateOnly On, string By, string? Reference = null)
{
    /// <summary>Who let it be paid; the borrower where the sanction was the approval.</summary>
    public string? ApprovedBy { get; init; }

    public static LineDraw Of(LineDrawRequested e) => new(e.DrawId, e.Number, e.Amount, e.Charges, e.Net, e.Channel, e.On, e.By);

    public bool Equals(LineDraw? other) => other is not null
        && (DrawId, Number, Amount, Net, Channel, On, By, Reference) == (other.DrawId, other.Number, other.Amount, other.Net, other.Channel, other.On, other.By, other.Reference)
        && Charges.AsSpan().SequenceEqual(other.Charges.AsSpan());

    public override int GetHashCode() => HashCode.Combine(DrawId, Number, Reference);
}
