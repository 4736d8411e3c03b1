using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>One step of a payment order: which instalments, and which debt in them.</summary>
public readonly record struct AllocationStep(DueKind When, DebtKind What);

/// <summary>The order in which a kind of payment of a progressive loan settles debts, and the rule for instalments to come.</summary>
public sealed record AllocationRule(ImmutableArray<AllocationStep> Order, FutureRule Future);
