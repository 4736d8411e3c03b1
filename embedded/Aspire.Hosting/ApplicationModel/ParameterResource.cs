namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is given from outside: configuration <c>Parameters:{name}</c>, or generated once and kept in the data folder.</summary>
public sealed class ParameterResource(string name, Func<ParameterDefault?, string> value, bool secret) : Resource(name), IValueProvider, IManifestExpressionProvider
{
    private readonly Lock _gate = new();
    private string? _value;

    /// <summary>True when it must not be shown.</summary>
    public bool Secret => secret;

    /// <summary>How a value is made when none is given.</summary>
    public ParameterDefault? Default { get; init; }

    /// <inheritdoc />
    public string ValueExpression => $"{{{Name}.value}}";

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate) return ValueTask.FromResult<string?>(_value ??= value(Default));
    }
}
