using System.Collections.Immutable;

namespace Lending.Portal.Components;

/// <summary>Something a list can be narrowed by.</summary>
public sealed record FilterDefinition(string Id, string Label, IReadOnlyList<FilterOption> Options);

public sealed record FilterOption(string Value, string Text);

/// <summary>A named narrowing, offered as a segment.</summary>
public sealed record SavedView(string Id, string Text, int? Count = null);

/// <summary>The view and the options chosen. Compares by content, so a table knows when it changed.</summary>
public sealed class FilterValue(string? view, ImmutableSortedDictionary<string, ImmutableSortedSet<string>> chosen) : IEquatable<FilterValue>
{
    public static readonly FilterValue None = new(null, ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty);

    public string? View { get; } = view;

    /// <summary>The options chosen for a filter; empty when it does not narrow.</summary>
    public ImmutableSortedSet<string> Of(string filter) => chosen.GetValueOrDefault(filter, ImmutableSortedSet<string>.Empty);

    public FilterValue WithView(string? view) => new(view, chosen);

    public FilterValue With(string filter, IEnumerable<string> options)
    {
        var set = options.ToImmutableSortedSet(StringComparer.Ordinal);
        return new(View, set.IsEmpty ? chosen.Remove(filter) : chosen.SetItem(filter, set));
    }

    /// <summary>"view=late&amp;product=emi,payday": goes after the "?" of the page's address.</summary>
    public string ToQuery()
    {
        var parts = chosen.Select(entry => $"{Uri.EscapeDataString(entry.Key)}={string.Join(',', entry.Value.Select(Uri.EscapeDataString))}");
        return string.Join('&', (View is null ? [] : new[] { $"view={Uri.EscapeDataString(View)}" }).Concat(parts));
    }

    /// <summary>Reads an address. Parts that are not filters of the page stay harmless: nobody asks for them.</summary>
    public static FilterValue FromQuery(string uri)
    {
        var value = None;
        var at = uri.IndexOf('?', StringComparison.Ordinal);
        if (at < 0) return value;
        foreach (var part in uri[(at + 1)..].Split('#')[0].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', 2) is not [var name, var text] || text.Length == 0) continue;
            value = name == "view"
                ? value.WithView(Uri.UnescapeDataString(text))
                : value.With(Uri.UnescapeDataString(name), text.Split(',').Select(Uri.UnescapeDataString));
        }

        return value;
    }

    public override string ToString() => Uri.UnescapeDataString(ToQuery());
    public bool Equals(FilterValue? other) => other is not null && ToQuery() == other.ToQuery();
    public override bool Equals(object? obj) => Equals(obj as FilterValue);
    public override int GetHashCode() => ToQuery().GetHashCode(StringComparison.Ordinal);
}
