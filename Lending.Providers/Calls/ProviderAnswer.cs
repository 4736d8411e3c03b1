using System.Diagnostics.CodeAnalysis;

namespace Lending.Providers.Calls;

/// <summary>What a command to a provider came to: a value, or the provider's refusal. Never both, never neither.</summary>
public sealed record ProviderAnswer<T>
    where T : class
{
    private ProviderAnswer(T? value, ProviderRefusal? refusal) => (Value, Refusal) = (value, refusal);

    public T? Value { get; }

    public ProviderRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Value is not null;

    public static implicit operator ProviderAnswer<T>(T value) => new(value, null);

    public static implicit operator ProviderAnswer<T>(ProviderRefusal refusal) => new(null, refusal);
}
