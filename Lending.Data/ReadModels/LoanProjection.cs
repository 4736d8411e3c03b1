using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>What some events of a loan change in the read models. InstalmentsLeft is how many there are where the schedule got shorter, else null.</summary>
public sealed record LoanRows(
    LoanRow Loan, ImmutableArray<InstalmentRow> Instalments, int? InstalmentsLeft, ImmutableArray<PaymentRow> Payments, ImmutableArray<ChangeRow> Changes,
    LineRows Line, ReloanRows Reloan);

/// <summary>Rows from a loan before and after some events. Pure: the writer and the rebuild make the same rows of the same events.</summary>
public static class LoanProjection
{
    public static LoanRows Of(
        string brand, string id, Loan before, Loan after, IEnumerable<LoanEvent> events, LoanProduct? product, DateOnly businessDate,
        DateTimeOffset at, byte[] hash)
    {
        product = LoanTerms.Of(after, product);
        var figures = LoanFigures.Of(after, TodayOf(after, businessDate), product);
        var changed = before.Version == 0 || PublishedStatuses.Of(before, product, TodayOf(before, businessDate)) != figures.Status;
        var sanctionedOn = before.Sanctioned is null && after.Sanctioned is not null ? businessDate : (DateOnly?)null;
        var row = new LoanRow(brand, id, after, figures, changed ? at : null, sanctionedOn, at, at, hash);
        var (had, has) = (InstalmentRow.Shown(before), InstalmentRow.Shown(after));
        return new(
            row, InstalmentsOf(brand, id, had, has), has.Length < had.Length ? has.Length : null, PaymentProjection.Of(brand, id, before, events, at),
            ChangeRow.Of(brand, id, before, events, at), LineRows.Of(brand, id, before, after, events, at),
            ReloanRows.Of(brand, id, before, after, events, at));
    }

    /// <summary>The loan's own day: the Brand's, or the first not yet closed where day end has already passed this loan.</summary>
    public static DateOnly TodayOf(Loan loan, DateOnly businessDate) =>
        loan.ClosedThrough is { } closed && closed >= businessDate ? closed.AddDays(1) : businessDate;

    private static ImmutableArray<InstalmentRow> InstalmentsOf(string brand, string id, ImmutableArray<Instalment> before, ImmutableArray<Instalment> after)
    {
        if (after == before) return [];
        var rows = ImmutableArray.CreateBuilder<InstalmentRow>();
        for (var i = 0; i < after.Length; i++)
        {
            var row = InstalmentRow.Of(brand, id, after[i]);
            if (i >= before.Length || row != InstalmentRow.Of(brand, id, before[i])) rows.Add(row);
        }

        return rows.DrainToImmutable();
    }
}
