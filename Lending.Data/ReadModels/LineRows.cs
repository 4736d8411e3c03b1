using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>What some events of a line of credit change in its read models; nothing for every other loan.</summary>
public sealed record LineRows(CreditLineRow? Line, ImmutableArray<DrawRow> Draws, ImmutableArray<StatementRow> Statements)
{
    public static readonly LineRows None = new(null, [], []);

    /// <summary>The line's own row only where it changed.</summary>
    public static LineRows Of(string brand, string id, Loan before, Loan after, IEnumerable<LoanEvent> events, DateTimeOffset at)
    {
        if (after.Line is null) return None;
        var line = CreditLineRow.Of(brand, id, after);
        return new(line == CreditLineRow.Of(brand, id, before) ? null : line, DrawRow.Of(brand, id, before, after, events, at), StatementRow.Of(brand, id, before, after, events, at));
    }
}
