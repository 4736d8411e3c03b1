using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>
/// The order in which money pays what is owed: the kinds of debt, each named once, and whether one instalment after the other is paid (Horizontal) or one kind of debt of
/// all instalments first (Vertical). The oldest instalment always comes first. Where what is past due is to be paid in another order than what falls due today, Steps
/// name all of them and Order is empty.
/// </summary>
public sealed record Waterfall(ImmutableArray<DebtKind> Order = default, PaymentDirection Direction = PaymentDirection.Horizontal)
{
    /// <summary>Penalty, fee, interest, principal, oldest instalment first (GAP-15).</summary>
    public static readonly Waterfall Default = new([DebtKind.Penalty, DebtKind.Fee, DebtKind.Interest, DebtKind.Principal]);

    public ImmutableArray<DebtKind> Order { get; init => field = value.IsDefault ? [] : value; } = Order.IsDefault ? [] : Order;

    /// <summary>
    /// Past due, due and in advance by penalty, fee, interest and principal: twelve steps, each once. Horizontal pays them instalment by instalment within past due, due and
    /// in advance, in the order in which these come first; Vertical one by one. Null is Order for all three.
    /// </summary>
    public ImmutableArray<AllocationStep>? Steps { get; init; }

    /// <summary>All twelve steps in their order.</summary>
    internal IEnumerable<AllocationStep> Sequence => Steps is { } steps ? steps
        : Direction is PaymentDirection.Horizontal ? Enum.GetValues<DueKind>().SelectMany(when => Order.Select(what => new AllocationStep(when, what)))
        : Order.SelectMany(what => Enum.GetValues<DueKind>().Select(when => new AllocationStep(when, what)));

    /// <summary>The order as a reader is told: "penalty, fee, interest, principal", or every step by itself.</summary>
    public IEnumerable<string> Words => Steps is { } steps ? steps.Select(WordsOf) : Order.Select(what => what.ToString().ToLowerInvariant());

    /// <summary>"penalty past due".</summary>
    public static string WordsOf(AllocationStep step) =>
        $"{step.What.ToString().ToLowerInvariant()} {(step.When switch { DueKind.PastDue => "past due", DueKind.Due => "due", DueKind.InAdvance => "in advance" })}";

    public bool Equals(Waterfall? other) => other is not null && Direction == other.Direction && Order.AsSpan().SequenceEqual(other.Order.AsSpan())
        && Steps.HasValue == other.Steps.HasValue && (Steps is not { } steps || steps.AsSpan().SequenceEqual(other.Steps!.Value.AsSpan()));

    public override int GetHashCode() => HashCode.Combine(Direction, Order.Length, Steps?.Length);
}
