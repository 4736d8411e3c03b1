using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Sandbox.Pages;

/// <summary>Markup. Values put into it by interpolation are encoded; only other markup is not.</summary>
internal readonly record struct Html(string Text)
{
    internal static readonly Html Nothing = new("");

    internal static Html Of(HtmlBuilder markup) => new(markup.Done());

    internal static Html Join<T>(IEnumerable<T> items, Func<T, Html> show) => new(string.Concat(items.Select(item => show(item).Text)));

    internal static Html If(bool condition, Func<Html> show) => condition ? show() : Nothing;
}

/// <summary>Receives the parts of an interpolated string.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlBuilder(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (16 * formattedCount));

    public void AppendLiteral(string markup) => _text.Append(markup);

    public void AppendFormatted(Html markup) => _text.Append(markup.Text);

    public void AppendFormatted(string? value) => _text.Append(HtmlEncoder.Default.Encode(value ?? ""));

    public void AppendFormatted(int value) => _text.Append(value.ToString(CultureInfo.InvariantCulture));

    internal string Done() => _text.ToString();
}
