using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>The agreement is signed: the line can be drawn from, and its first cycle runs.</summary>
[EventType("loan.line-opened.v1")]
public sealed record LineOpened(DateOnly On, Money Limit, DateOnly ValidThrough, LineCycle Cycle) : LoanEvent
{
    /// <summary>The accounts that the line posts to for its whole life, where they are not those of the standard chart.</summary>
    public ImmutableArray<AccountMapping>? Accounts { get; init; }
}

/// <summary>Somebody asked for money from the line. Net is what reaches the bank account after the charges.</summary>
[EventType("loan.line-draw-requested.v1")]
public sealed record LineDrawRequested(
    string DrawId, int Number, Money Amount, ImmutableArray<Charge> Charges, Money Net, string Channel, DateOnly On, string By) : LoanEvent;

/// <summary>The draw may be paid. Reference is ours, unique per draw. ByProduct: it is small enough for the sanction to be its approval.</summary>
[EventType("loan.line-draw-approved.v1")]
public sealed record LineDrawApproved(string DrawId, int Number, string Reference, string By, bool ByProduct) : LoanEvent;

/// <summary>Somebody turned the draw down.</summary>
[EventType("loan.line-draw-returned.v1")]
public sealed record LineDrawReturned(string DrawId, int Number, string Reason, string By) : LoanEvent;

/// <summary>The provider could not pay it; nothing is owed for it.</summary>
[EventType("loan.line-draw-failed.v1")]
public sealed record LineDrawFailed(string DrawId, int Number, string Reference, string Reason) : LoanEvent;

/// <summary>The draw has reached the bank account and is owed. FromAdvance is what money kept in advance repaid of it at once.</summary>
[EventType("loan.line-draw-paid.v1")]
public sealed record LineDrawPaid(
    string DrawId, int Number, string Reference, string ProviderReference, string Channel, DateOnly On, Money Amount, ImmutableArray<Charge> Charges, Money Net,
    ImmutableArray<Allocation> FromAdvance) : LoanEvent;

/// <summary>
/// A cycle has ended: what moved in it, what is newly asked for (Principal and Interest), and the cycle that begins. Opening + Drawn + Interest charged + Penalty
/// - Paid + Adjusted = Closing.
/// </summary>
[EventType("loan.line-statement-made.v1")]
public sealed record LineStatementMade(
    LineCycle Cycle, CycleSums Sums, Money Adjusted, Money Closing, Money Principal, Money Interest, Money Overdue, Money Limit, Money Available, LineCycle Next)
    : LoanEvent
{
    /// <summary>The minimum payment: what is newly asked for and what earlier statements asked for and is unpaid (GAP-54).</summary>
    public Money MinimumDue => Principal + Interest + Overdue;
}
