namespace Lending.Portal.Components;

/// <summary>
/// Something that happened to a record: what, when, who. Kind is what the filter offers: "Payments", "Calls". Traces are the ids by which support
/// finds it elsewhere, as ("Command", "0193…"); shown when asked for.
/// </summary>
public sealed record TimelineEntry(
    string Id, DateTimeOffset At, string Title, string? Detail, string Actor, string Icon, Tone Tone = Tone.Neutral, string Kind = "Events")
{
    public IReadOnlyList<(string Name, string Id)> Traces { get; init; } = [];
}
