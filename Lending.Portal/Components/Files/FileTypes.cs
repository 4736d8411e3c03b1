namespace Lending.Portal.Components;

/// <summary>A figure in the head of a file: label, value as drawn, a line below. One with a Key can be asked why it is what it is.</summary>
public sealed record Figure(string Label, string Value, string? Note = null, Tone Tone = Tone.Neutral, string? Key = null);

public sealed record FileTab(string Id, string Title);

/// <summary>A line of two texts: a label and its value, both as drawn. Key is set where somebody can ask why it is what it is.</summary>
public sealed record KeyLine(string Label, string Value, Tone Tone = Tone.Neutral, string? Key = null);
