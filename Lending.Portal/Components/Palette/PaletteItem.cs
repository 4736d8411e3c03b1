using Lending.Domain;

namespace Lending.Portal.Components;

/// <summary>One result of the palette. It has an address, or something to run, or it is locked.</summary>
public sealed record PaletteItem(string Group, string Title, string Icon)
{
    public string? Detail { get; init; }
    public string? Href { get; init; }
    public Func<Task>? RunAsync { get; init; }
    /// <summary>The key that does the same, drawn at the end.</summary>
    public string? Key { get; init; }
    /// <summary>A badge's dimension and state, drawn at the end.</summary>
    public (StatusDimension Dimension, string State)? State { get; init; }
    public int? DaysPastDue { get; init; }
    /// <summary>Shown, but the person may not open it.</summary>
    public bool Locked { get; init; }
}

/// <summary>Finds things for the palette. Each source is asked for every text; it bounds its own list.</summary>
public interface IPaletteSource
{
    Task<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken);
}
