using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Lending.Api.Staff.Books;

/// <summary>The ledger by day and account, for the lender's accounting system. Who took which days is kept with the other exports.</summary>
public static class JournalEntriesEndpoint
{
    /// <summary>What one account took on one business day. Lines is how many postings that is.</summary>
    public sealed record Entry(DateOnly On, string Account, string Name, string Kind, string Purpose, MoneyAnswer Debit, MoneyAnswer Credit, long Lines);

    public sealed record Answer(DateOnly From, DateOnly To, IReadOnlyList<Entry> Entries);

    public static void Map(RouteGroupBuilder books) => books.MapGet("/journal-entries", HandleAsync).WithName("GetJournalEntries").Needs(Permission.MasterReports, Level.Read)
        .WithSummary("What every account took on each business day, at most 31 days; each day's debits equal its credits");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        [FromQuery] DateOnly from, StaffCaller caller, JournalEntriesQuery query, ExportAudit audit, TimeProvider clock, CancellationToken cancellationToken, [FromQuery] DateOnly? to = null)
    {
        var last = to ?? from;
        if (last < from || last.DayNumber - from.DayNumber >= JournalEntriesQuery.DaysMax)
            return Problems.From(new InputInvalid("to", $"not before from, and at most {JournalEntriesQuery.DaysMax} days"));
        var entries = await query.RunAsync(caller.Brand, from, last, cancellationToken);
        await audit.AddAsync(
            caller.Brand, new(caller.Id, "Journal entries", $"{from:yyyy-MM-dd} to {last:yyyy-MM-dd}", "all", entries.Count, null, clock.GetUtcNow()), cancellationToken);
        return TypedResults.Ok(new Answer(from, last, [.. entries.Select(entry => new Entry(
            entry.On, entry.Account.Number, entry.Account.Name, LoanViews.NameOf(entry.Account.Kind), LoanViews.NameOf(entry.Account.Purpose),
            MoneyAnswer.Of(entry.Debit), MoneyAnswer.Of(entry.Credit), entry.Lines))]));
    }
}
