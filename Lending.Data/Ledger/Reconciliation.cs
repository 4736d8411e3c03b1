using System.Diagnostics;
using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>
/// Adds up a Brand's whole book and its ledger in one snapshot and compares them per account: debits equal credits, and what the loans say
/// is owed, held and set aside is what the ledger holds. Only the days since the last clean night are added up, except on the first of
/// a month and where they do not agree: then everything is, and the loans that differ are found.
/// </summary>
public sealed class Reconciliation(LendingDatabase database, Charts charts, TimeProvider clock)
{
    private const int DifferencesMax = 500;

    /// <summary>The purposes a loan keeps a balance of, each with the column that holds it and the side it stands on.</summary>
    private static readonly (LedgerPurpose Purpose, string Balance)[] Kept =
    [
        (LedgerPurpose.Principal, "principal_outstanding"), (LedgerPurpose.InterestReceivable, "interest_due"), (LedgerPurpose.PenaltyReceivable, "penalty_due"),
        (LedgerPurpose.FeesReceivable, "fee_due"), (LedgerPurpose.CustomerAdvances, "-advance"), (LedgerPurpose.InterestSuspense, "-suspended_interest"),
        (LedgerPurpose.Provision, "-provision"), (LedgerPurpose.ChargedOff, "-charged_off"),
    ];

    private static readonly string EachBalance =
        $"CROSS JOIN LATERAL (VALUES {string.Join(", ", Kept.Select(kept => $"({HoldingAccounts.Sql(kept.Purpose)}, {kept.Balance})"))}) AS kept(account, balance)";

    /// <summary>
    /// Reconciles the book as it is now and stores the result under the date, replacing an earlier one. setAside is how many loans the day's end left
    /// behind: their lines come later under earlier dates, so nothing is carried forward until they have. True when everything agrees.
    /// </summary>
    public async Task<bool> RunAsync(string brand, DateOnly date, int setAside, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        await ExecuteAsync(LendingDatabase.SetBrand, brand);
        var chart = await charts.GetAsync(brand, cancellationToken);
        var held = LoanBalances.Kept.SelectMany(chart.Serving).Select(account => account.Number).ToHashSet(StringComparer.Ordinal);

        // Once a month nothing is taken as added up already.
        var since = date.Day == 1 ? null : await ScalarAsync<DateOnly?>("SELECT max(through) FROM ledger_balance WHERE brand = $1", brand);
        var carried = since is null ? [] : await LedgerAsync("SELECT currency, account, through <= $2, debit, credit FROM ledger_balance WHERE brand = $1", date);
        var later = await PostedAsync(since ?? DateOnly.MinValue);
        var (loans, count) = await LoansAsync();
        var ledger = Sum([.. carried, .. later]);
        var agrees = Agrees(ledger, loans, held);
        if (!agrees && since is not null)
        {
            (carried, later) = ([], await PostedAsync(DateOnly.MinValue));
            ledger = Sum(later);
            agrees = Agrees(ledger, loans, held);
        }

        foreach (var table in (string[])["reconciliation", "reconciliation_account", "reconciliation_difference"])
            await ExecuteAsync($"DELETE FROM {table} WHERE brand = $1 AND date = $2", brand, date);
        foreach (var missing in loans.Where(loan => loan.Value != 0 && !ledger.ContainsKey(loan.Key))) ledger[missing.Key] = default;
        foreach (var (key, line) in ledger)
            await ExecuteAsync("INSERT INTO reconciliation_account (brand, date, currency, account, ledger, loans) VALUES ($1, $2, $3, $4, $5, $6)",
                brand, date, key.Currency, key.Account, line.Debit - line.Credit, held.Contains(key.Account) ? loans.GetValueOrDefault(key) : null);
        if (!agrees)
            await ExecuteAsync(
                $"""
                INSERT INTO reconciliation_difference (brand, date, loan, currency, account, ledger, balance)
                SELECT $1, $2, loan, currency, account, coalesce(posted.balance, 0), coalesce(book.balance, 0)
                FROM (SELECT split_part(stream, '/', 2) COLLATE "C" AS loan, currency, account, sum(debit - credit)::bigint AS balance
                  FROM posting WHERE brand = $1 AND account = ANY($3) GROUP BY 1, 2, 3) posted
                FULL JOIN (SELECT loan.id AS loan, loan.currency, kept.account, kept.balance FROM loan {EachBalance} WHERE loan.brand = $1) book
                  USING (loan, currency, account)
                WHERE coalesce(posted.balance, 0) <> coalesce(book.balance, 0) ORDER BY loan, account LIMIT $4
                """,
                brand, date, held.ToArray(), DifferencesMax);
        if (agrees && setAside == 0 && !(date < since)) await CarryAsync();
        await ExecuteAsync("INSERT INTO reconciliation (brand, date, made_at, took_ms, loans, agrees) VALUES ($1, $2, $3, $4, $5, $6)",
            brand, date, clock.GetUtcNow(), (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds, count, agrees);
        await snapshot.CommitAsync(cancellationToken);
        return agrees;

        async Task CarryAsync()
        {
            await ExecuteAsync("DELETE FROM ledger_balance WHERE brand = $1", brand);
            foreach (var (key, line) in Sum([.. carried, .. later.Where(line => line.Closed)]))
                await ExecuteAsync("INSERT INTO ledger_balance (brand, currency, account, through, debit, credit) VALUES ($1, $2, $3, $4, $5, $6)",
                    brand, key.Currency, key.Account, date, line.Debit, line.Credit);
        }

        Task<List<Line>> PostedAsync(DateOnly after) => LedgerAsync(
            """
            SELECT currency, account, business_date <= $2, sum(debit)::bigint, sum(credit)::bigint FROM posting
            WHERE brand = $1 AND business_date > $3 GROUP BY 1, 2, 3
            """, date, after);

        async Task<List<Line>> LedgerAsync(string sql, params object[] parameters)
        {
            await using var command = CommandOf(sql, [brand, .. parameters]);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var lines = new List<Line>();
            while (await reader.ReadAsync(cancellationToken))
                lines.Add(new(new(reader.GetString(0), reader.GetString(1)), reader.GetBoolean(2), reader.GetInt64(3), reader.GetInt64(4)));
            return lines;
        }

        async Task<(Dictionary<Key, long> Balances, int Count)> LoansAsync()
        {
            var sums = string.Join(", ", Kept.Select(kept => $"coalesce(sum({kept.Balance}), 0)::bigint"));
            await using var command = CommandOf($"SELECT currency, ledger_accounts, count(*), {sums} FROM loan WHERE brand = $1 GROUP BY currency, ledger_accounts", brand);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var (balances, total) = (new Dictionary<Key, long>(), 0L);
            while (await reader.ReadAsync(cancellationToken))
            {
                var accounts = reader.IsDBNull(1) ? null : reader.GetString(1);
                total += reader.GetInt64(2);
                for (var i = 0; i < Kept.Length; i++)
                {
                    var key = new Key(reader.GetString(0), HoldingAccounts.NumberIn(accounts, Kept[i].Purpose));
                    balances[key] = balances.GetValueOrDefault(key) + reader.GetInt64(3 + i);
                }
            }

            return (balances, (int)total);
        }

        async Task<T?> ScalarAsync<T>(string sql, params object?[] parameters)
        {
            await using var command = CommandOf(sql, parameters);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) && !reader.IsDBNull(0) ? reader.GetFieldValue<T>(0) : default;
        }

        async Task ExecuteAsync(string sql, params object?[] parameters)
        {
            await using var command = CommandOf(sql, parameters);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        NpgsqlCommand CommandOf(string sql, params object?[] parameters)
        {
            var command = new NpgsqlCommand(sql, connection, snapshot) { CommandTimeout = 600 };
            foreach (var value in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
            return command;
        }
    }

    /// <summary>Debits equal credits in every currency, and every balance a loan keeps is the ledger's.</summary>
    private static bool Agrees(Dictionary<Key, (long Debit, long Credit)> ledger, Dictionary<Key, long> loans, HashSet<string> held) =>
        ledger.GroupBy(line => line.Key.Currency).All(lines => lines.Sum(line => line.Value.Debit) == lines.Sum(line => line.Value.Credit))
        && loans.All(loan => Balance(ledger, loan.Key) == loan.Value)
        && ledger.All(line => !held.Contains(line.Key.Account) || Balance(ledger, line.Key) == loans.GetValueOrDefault(line.Key));

    private static long Balance(Dictionary<Key, (long Debit, long Credit)> ledger, Key key) =>
        ledger.TryGetValue(key, out var line) ? line.Debit - line.Credit : 0L;

    private static Dictionary<Key, (long Debit, long Credit)> Sum(List<Line> lines)
    {
        var sums = new Dictionary<Key, (long Debit, long Credit)>();
        foreach (var line in lines)
        {
            var (debit, credit) = sums.GetValueOrDefault(line.Key);
            sums[line.Key] = (debit + line.Debit, credit + line.Credit);
        }

        return sums;
    }

    private readonly record struct Key(string Currency, string Account);

    private readonly record struct Line(Key Key, bool Closed, long Debit, long Credit);
}
