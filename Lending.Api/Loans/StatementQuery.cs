using System.Globalization;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;

namespace Lending.Api.Loans;

/// <summary>One entry of a borrower's statement. Charged adds to what is owed, Paid takes from it; Balance is what is owed after it.</summary>
public sealed record StatementLine(string Id, DateOnly On, string Text, string Account, MoneyAnswer? Charged, MoneyAnswer? Paid, MoneyAnswer Balance);

/// <summary>The postings on a loan's receivables and advance, which together are what the borrower owes.</summary>
public sealed class StatementQuery(LendingDatabase database)
{
    public const int LinesMax = 500;

    private const string Sql = """
        SELECT version, line, business_date, memo, account, currency, debit, credit, balance
        FROM (SELECT version, line, business_date, memo, account, currency, debit, credit,
                     (sum(debit - credit) OVER (ORDER BY version, line))::bigint AS balance
              FROM posting WHERE stream = $1 AND brand = $2 AND account = ANY ($3)) entry
        WHERE (version, line) > ($4, $5) ORDER BY version, line LIMIT $6
        """;

    private static readonly string[] OwedAccounts =
    [
        Accounts.Principal.Number, Accounts.InterestReceivable.Number, Accounts.PenaltyReceivable.Number, Accounts.FeeReceivable.Number, Accounts.CustomerAdvances.Number,
    ];

    /// <summary>After is the id of the last line seen, "12-1".</summary>
    public async Task<IReadOnlyList<StatementLine>> RunAsync(string brand, string loanId, string? after, int limit, CancellationToken cancellationToken)
    {
        var (version, line) = after?.Split('-') is [var v, var l]
            ? (int.Parse(v, CultureInfo.InvariantCulture), int.Parse(l, CultureInfo.InvariantCulture))
            : (0, 0);
        return await database.ListAsync(
            brand, Sql, [GrainKeys.Of(brand, loanId), brand, OwedAccounts, version, line, Math.Clamp(limit, 1, LinesMax)], LineOf, cancellationToken);
    }

    private static StatementLine LineOf(Npgsql.NpgsqlDataReader row)
    {
        var currency = Currency.Of(row.GetString(5));
        MoneyAnswer? Side(int column) => row.GetInt64(column) is var minor and > 0 ? MoneyAnswer.Of(new Money(minor, currency)) : null;
        return new StatementLine(
            string.Create(CultureInfo.InvariantCulture, $"{row.GetInt32(0)}-{row.GetInt32(1)}"), row.GetFieldValue<DateOnly>(2), row.GetString(3),
            Accounts.Of(row.GetString(4)).Name, Side(6), Side(7), MoneyAnswer.Of(new Money(row.GetInt64(8), currency)));
    }
}
