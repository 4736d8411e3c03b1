namespace Lending.Portal.Components;

/// <summary>Something that happened to a record: what, when, who. Kind is what the filter offers: "Payments", "Calls".</summary>
public sealed record TimelineEntry(
    string Id, DateTimeOffset At, string Title, string? Detail, string Actor, string Icon, Tone Tone = Tone.Neutral, string Kind = "Events");
