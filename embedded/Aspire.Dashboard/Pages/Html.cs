using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>
/// Markup that is safe to send. It is only made from literals whose holes are encoded, so what a service reports
/// cannot become markup.
/// </summary>
internal readonly struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public static Html None => default;

    /// <summary>Texts in the holes are encoded, markup in the holes is kept. Attribute values must be in double quotes.</summary>
    public static Html Of(HtmlBuilder markup) => new(markup.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.ToString())));

    public static Html When(bool condition, Func<Html> then) => condition ? then() : None;

    public override string ToString() => _markup ?? "";
}

/// <summary>Builds <see cref="Html"/> from an interpolated string.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlBuilder(int literalLength, int holes)
{
    // Letters of every script stay readable in the source; only what has a meaning in HTML is encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup = new(literalLength + holes * 16);

    public void AppendLiteral(string literal) => _markup.Append(literal);

    public void AppendFormatted(string? text) =>
        _markup.Append(Encoder.Encode(text ?? ""));

    public void AppendFormatted(long number) => _markup.Append(number);

    public void AppendFormatted(Html markup) => _markup.Append(markup.ToString());

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts) _markup.Append(part.ToString());
    }

    public override string ToString() => _markup.ToString();
}
