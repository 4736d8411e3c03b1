using System.Diagnostics;
using Npgsql;

namespace Lending.Benchmarks;

/// <summary>Takes the rows a day end wrote and inserts them again, plainly, into tables of the same columns and primary keys.</summary>
internal static class RawRows
{
    private static readonly (string Table, string Filter, string Key, string[] Columns)[] Tables =
    [
        ("journal", "business_date = $1 AND version > 1", "stream, version",
            ["stream:text", "version:integer", "brand:text", "type:text", "payload:text", "actor:text", "correlation_id:uuid", "command_id:text",
                "payload_hash:text", "business_date:date", "recorded_at:timestamptz", "previous_hash:bytea", "hash:bytea"]),
        ("posting", "business_date = $1 AND version > 9", "stream, version, line",
            ["stream:text", "version:integer", "line:integer", "brand:text", "account:text", "currency:text", "debit:bigint", "credit:bigint",
                "memo:text", "business_date:date"]),
        ("loan", "closed_through = $1", "brand, id",
            ["brand:text", "id:text", "customer_id:text", "product_code:text", "product_version:integer", "currency:text", "requested:bigint",
                "tenure:integer", "sanctioned:bigint", "sanctioned_by:text", "net:bigint", "application:text", "agreement:text", "account:text",
                "status:text", "status_since:timestamptz", "delinquency:text", "asset_class:text", "suspended_interest:bigint", "provision:bigint", "dpd:integer", "principal_outstanding:bigint", "interest_due:bigint",
                "penalty_due:bigint", "fee_due:bigint", "overdue:bigint", "payoff:bigint", "advance:bigint", "next_due_on:date", "next_due:bigint",
                "payout_channel:text", "payout_by:text", "payments_waiting:integer", "disbursed_on:date", "closed_through:date",
                "started_at:timestamptz", "changed_at:timestamptz", "version:integer", "hash:bytea"]),
        ("loan_state", "(brand, id) IN (SELECT brand, id FROM loan WHERE closed_through = $1)", "brand, id", ["brand:text", "id:text", "version:integer", "state:text"]),
    ];

    /// <summary>Answers the number of rows and the seconds their insertion took; reading them is not counted.</summary>
    public static async Task<(long Rows, double Seconds)> InsertAgainAsync(NpgsqlDataSource owner, DateOnly date, int batchSize)
    {
        // The planner must know what the night wrote, or it reads the rows in a way that takes minutes.
        await DayEndBenchmark.ExecuteAsync(owner, "ANALYZE");
        var (rows, time) = (0L, TimeSpan.Zero);
        foreach (var (table, filter, key, columns) in Tables)
        {
            var names = string.Join(", ", columns.Select(column => column.Split(':')[0]));
            var types = columns.Select(column => column.Split(':')[1]).ToArray();
            await DayEndBenchmark.ExecuteAsync(owner,
                $"DROP TABLE IF EXISTS raw_{table}; CREATE TABLE raw_{table} AS SELECT {names} FROM {table} WHERE false; ALTER TABLE raw_{table} ADD PRIMARY KEY ({key})");
            await DayEndBenchmark.ExecuteAsync(owner, "CHECKPOINT");
            var insert = $"INSERT INTO raw_{table} ({names}) SELECT * FROM unnest({string.Join(", ", types.Select((type, i) => $"${i + 1}::{type}[]"))})";

            await using var reading = await owner.OpenConnectionAsync();
            await using var writing = await owner.OpenConnectionAsync();
            await using var select = new NpgsqlCommand($"SELECT {names} FROM {table} WHERE {(table == "journal" ? "type = 'loan.day-closed.v1' AND " : "")}{filter} ORDER BY {key}", reading);
            select.Parameters.Add(new() { Value = date });
            await using var write = new NpgsqlCommand(insert, writing);
            foreach (var type in types) write.Parameters.Add(new() { DataTypeName = type + "[]" });
            await write.PrepareAsync();

            await using var reader = await select.ExecuteReaderAsync();
            var batch = NewBatch();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < batch.Length; i++) batch[i].Add(reader.IsDBNull(i) ? null : reader.GetValue(i));
                if (batch[0].Count == batchSize) await FlushAsync();
            }

            await FlushAsync();

            List<object?>[] NewBatch() => [.. types.Select(_ => new List<object?>(batchSize))];

            async Task FlushAsync()
            {
                if (batch[0].Count == 0) return;
                for (var i = 0; i < batch.Length; i++) write.Parameters[i].Value = ArrayOf(types[i], batch[i]);
                var began = Stopwatch.GetTimestamp();
                await write.ExecuteNonQueryAsync();
                time += Stopwatch.GetElapsedTime(began);
                rows += batch[0].Count;
                batch = NewBatch();
            }
        }

        return (rows, time.TotalSeconds);
    }

    private static Array ArrayOf(string type, List<object?> values) => type switch
    {
        "integer" => values.Cast<int>().ToArray(),
        "bigint" => values.Select(value => (long?)value).ToArray(),
        "date" => values.Select(value => value is DateTime instant ? DateOnly.FromDateTime(instant) : (DateOnly?)value).ToArray(),
        "timestamptz" => values.Select(value => (DateTime?)value).ToArray(),
        "uuid" => values.Cast<Guid>().ToArray(),
        "bytea" => values.Cast<byte[]>().ToArray(),
        _ => values.Select(value => (string?)value).ToArray(),
    };
}
