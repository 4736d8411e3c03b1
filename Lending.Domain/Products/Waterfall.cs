using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>
/// The order in which money pays what is due: the kinds of debt, each named once, and whether one instalment after the other is paid (Horizontal)
/// or one kind of debt of all instalments first (Vertical). The oldest instalment always comes first.
/// </summary>
public sealed record Waterfall(ImmutableArray<DebtKind> Order, PaymentDirection Direction = PaymentDirection.Horizontal)
{
    /// <summary>Penalty, fee, interest, principal, oldest instalment first (GAP-15).</summary>
    public static readonly Waterfall Default = new([DebtKind.Penalty, DebtKind.Fee, DebtKind.Interest, DebtKind.Principal]);

    public bool Equals(Waterfall? other) => other is not null && Direction == other.Direction && Order.AsSpan().SequenceEqual(other.Order.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Direction, Order.Length);
}
