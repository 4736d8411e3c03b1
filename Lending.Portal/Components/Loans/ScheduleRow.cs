using Lending.Domain;

namespace Lending.Portal.Components;

/// <summary>One instalment as drawn. State is a short text: "Paid 7 May", "Scheduled".</summary>
public sealed record ScheduleRow(
    int Number, DateOnly Due, Money Principal, Money Interest, Money Penalty, Money Total, Money Paid, Money Balance,
    string State, Tone Tone, string Icon)
{
    /// <summary>The day it would have been due, when a Sunday or holiday moved it.</summary>
    public DateOnly? MovedFrom { get; init; }
    /// <summary>What comes with the instalment besides, tax inside; part of the total.</summary>
    public Money? Fee { get; init; }
    public bool IsCurrent { get; init; }
    public bool IsFuture { get; init; }
}

/// <summary>A computed amount someone asks about.</summary>
public sealed record ScheduleCell(ScheduleRow Row, SchedulePart Part);

public enum SchedulePart { Principal, Interest, Penalty, Fee, Total, Paid, Balance }
