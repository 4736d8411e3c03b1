using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A text with values in it that are known later: <c>ReferenceExpression.Create($"Host={host};Port={port}")</c>.</summary>
public sealed class ReferenceExpression : IValueProvider, IManifestExpressionProvider
{
    private readonly IReadOnlyList<object> _parts;

    private ReferenceExpression(IReadOnlyList<object> parts) => _parts = parts;

    /// <summary>The values the text is made with.</summary>
    public IReadOnlyList<IValueProvider> ValueProviders => [.. _parts.OfType<IValueProvider>()];

    /// <inheritdoc />
    public string ValueExpression =>
        string.Concat(_parts.Select(part => part is IManifestExpressionProvider value ? value.ValueExpression : (string)part));

    /// <summary>Makes an expression of an interpolated string.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => new(handler.Parts);

    /// <inheritdoc />
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part is IValueProvider value ? await value.GetValueAsync(cancellationToken) : (string)part);
        }
        return text.ToString();
    }

    /// <summary>Collects the parts of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        internal List<object> Parts { get; } = new(formattedCount * 2 + Math.Min(1, literalLength));

        /// <summary>Adds the text between values.</summary>
        public void AppendLiteral(string value) => Parts.Add(value);

        /// <summary>Adds a text.</summary>
        public void AppendFormatted(string? value) => Parts.Add(value ?? "");

        /// <summary>Adds a value that is known later.</summary>
        public void AppendFormatted<T>(T value) where T : IValueProvider, IManifestExpressionProvider => Parts.Add(value);
    }
}
