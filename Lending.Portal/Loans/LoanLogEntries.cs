using System.Globalization;
using System.Reflection;
using Lending.Domain;
using Lending.Portal.Components;
using JournalEntry = Lending.Data.TimelineEntry;

namespace Lending.Portal.Loans;

/// <summary>Journal rows as lines of the log: what was recorded, by whom, and where it stands in the chain.</summary>
public static class LoanLogEntries
{
    public static LogEntry Of(JournalEntry entry)
    {
        var told = LoanStory.Of(entry);
        var changes = new List<LogChange>();
        foreach (var property in entry.Fact.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            if (TextOf(property.GetValue(entry.Fact)) is { Length: > 0 } text)
                changes.Add(new(property.Name == "Dpd" ? "DPD" : StatusLooks.Of(property.Name).Word, null, text));
        if (told.Detail is { } detail && changes.Count == 0) changes.Add(new("Detail", null, detail));
        changes.Add(new("Command", null, entry.CommandId));
        changes.Add(new("Correlation", null, entry.CorrelationId.ToString("N")));
        changes.Add(new("Hash", null, $"{entry.Hash[..12]}…"));
        return new(entry.RecordedAt, ActorOf(entry.Actor), told.Title, $"v{entry.Version.ToString(CultureInfo.InvariantCulture)}", changes);
    }

    private static string ActorOf(Actor actor) =>
        actor.Role is { } role ? $"{LoanStory.ActorOf(actor)}, {StatusLooks.Of(role).Word.ToLowerInvariant()}" : LoanStory.ActorOf(actor);

    // Simple values only: lists are told by the title, and sealed values stay closed.
    private static string? TextOf(object? value) => value switch
    {
        string text when text.Length > 80 => text[..80] + "…",
        string text => text,
        Money money => MoneyFormat.Full(money),
        DateOnly day => Dates.Date(day),
        int number => number.ToString(CultureInfo.InvariantCulture),
        Enum state => StatusLooks.Of(state).Word,
        Sealed => "sealed",
        _ => null,
    };
}
