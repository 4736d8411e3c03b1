using System.Text;

namespace Microsoft.FluentUI.AspNetCore.Components;

/// <summary>Builds attribute values. An attribute that would be empty is null, so Blazor leaves it out.</summary>
internal static class Markup
{
    public static string? Classes(params ReadOnlySpan<string?> names)
    {
        var text = new StringBuilder();
        foreach (var name in names)
        {
            if (string.IsNullOrWhiteSpace(name)) continue;
            if (text.Length > 0) text.Append(' ');
            text.Append(name);
        }

        return text.Length == 0 ? null : text.ToString();
    }

    public static string? Styles(string? own, params ReadOnlySpan<(string Property, string? Value)> declarations)
    {
        var text = new StringBuilder();
        foreach (var (property, value) in declarations)
        {
            if (!string.IsNullOrWhiteSpace(value)) text.Append(property).Append(':').Append(value).Append(';');
        }

        text.Append(own);
        return text.Length == 0 ? null : text.ToString();
    }

    /// <summary>The attribute text of an enum member: FilledLighter becomes filled-lighter.</summary>
    public static string? Attribute<TEnum>(this TEnum? value) where TEnum : struct, Enum =>
        value is { } known ? Attribute(known) : null;

    public static string Attribute<TEnum>(this TEnum value) where TEnum : struct, Enum
    {
        var name = value.ToString();
        var text = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
