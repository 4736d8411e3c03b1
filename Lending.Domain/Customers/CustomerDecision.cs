using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>What a customer command comes to.</summary>
public sealed record CustomerDecision(Refusal? Refusal, ImmutableArray<CustomerEvent> Events, ImmutableArray<OutboxItem> Outbox)
{
    public static readonly CustomerDecision Nothing = new(null, [], []);

    public static implicit operator CustomerDecision(Refusal refusal) => new(refusal, [], []);

    public static CustomerDecision Accept(params ReadOnlySpan<CustomerEvent> events) => new(null, [.. events], []);
}
