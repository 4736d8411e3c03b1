using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>A statement of a line as it was made. Opening + Drawn + Interest + Penalty - Paid + Adjusted = Closing; Principal and Interest asked for and Overdue are the minimum due.</summary>
public sealed record StatementLine(
    int Number, DateOnly From, DateOnly MadeOn, DateOnly Due, DateOnly PayBy, Money Opening, Money Drawn, Money Interest, Money Penalty, Money Paid, Money Adjusted,
    Money Closing, Money AskedPrincipal, Money AskedInterest, Money Overdue, Money Limit, Money Available)
{
    public Money MinimumDue => AskedPrincipal + AskedInterest + Overdue;
}

/// <summary>The statements of a line, newest first, and one of them by its number.</summary>
public sealed class LineStatementsQuery(LendingDatabase database)
{
    private const string Columns =
        """
        SELECT number, from_day, made_on, due_on, pay_by, currency, opening, drawn, interest, penalty, paid, adjusted, closing, asked_principal, asked_interest,
          overdue, credit_limit, available FROM line_statement WHERE brand = $1 AND loan = $2
        """;

    public async Task<Page<StatementLine>> RunAsync(string brand, string loanId, string? after, int limit, CancellationToken cancellationToken)
    {
        var size = Paging.Bounded(limit);
        var rows = await database.ListAsync(
            brand, $"{Columns} AND number < $3 ORDER BY number DESC LIMIT $4", [brand, loanId, Paging.NumberBelow(after), size + 1], Read, cancellationToken);
        return Paging.Cut(rows, size, row => Paging.Cursor(row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), loanId));
    }

    public async Task<StatementLine?> OneAsync(string brand, string loanId, int number, CancellationToken cancellationToken) =>
        await database.FirstAsync(brand, $"{Columns} AND number = $3", [brand, loanId, number], Read, cancellationToken);

    private static StatementLine Read(NpgsqlDataReader row)
    {
        var currency = Currency.Of(row.GetString(5));
        Money At(int column) => row.Money(column, currency);
        return new(
            row.GetInt32(0), row.Date(1), row.Date(2), row.Date(3), row.Date(4), At(6), At(7), At(8), At(9), At(10), At(11), At(12), At(13), At(14), At(15), At(16), At(17));
    }
}
