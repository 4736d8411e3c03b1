using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Lending.Benchmarks;

/// <summary>
/// Fills a database with loans by copying, on the server, a few hundred that were written through the journal: every row of journal,
/// ledger, loan, state and instalments, with the ids of loan and customer replaced. The hashes stay those of the original, which only an audit of
/// the chain would notice.
/// </summary>
internal static class LoanCopies
{
    public const int Templates = 300;

    private const int BatchSize = 10_000;
    private const int Writers = 2;

    private static readonly (string Table, string Key)[] Tables =
        [("journal", "stream"), ("posting", "stream"), ("loan", "id"), ("loan_state", "id"), ("instalment", "loan")];

    public static async Task FillAsync(string connectionString, int templates, int loans)
    {
        if (loans <= templates) return;
        var watch = Stopwatch.StartNew();
        await using var owner = NpgsqlDataSource.Create(connectionString + ";Command Timeout=3600");
        var inserts = new List<string>();
        foreach (var (table, key) in Tables) inserts.Add(await InsertAsync(owner, table, key));

        var batches = Enumerable.Range(0, loans).Skip(templates).Chunk(BatchSize).Select(batch => (From: batch[0] + 1, To: batch[^1] + 1)).ToList();
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = Writers }, async (batch, stop) =>
        {
            await using var connection = await owner.OpenConnectionAsync(stop);
            // The few templates are looked up by key; the tables they stand in grow with every batch.
            await using (var fast = new NpgsqlCommand("SET synchronous_commit = off; SET jit = off; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off", connection)) await fast.ExecuteNonQueryAsync(stop);
            foreach (var insert in inserts)
            {
                await using var command = new NpgsqlCommand(insert, connection);
                command.Parameters.Add(new() { Value = batch.From });
                command.Parameters.Add(new() { Value = batch.To });
                command.Parameters.Add(new() { Value = templates });
                await command.ExecuteNonQueryAsync(stop);
            }
        });
        // Tables that grew by use have been analysed by the time they hold this much; until then an update may look at every loan of the Brand.
        await using (var analyse = owner.CreateCommand("VACUUM ANALYZE")) await analyse.ExecuteNonQueryAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {loans:N0} loans in place after {watch.Elapsed.TotalSeconds:N0} s"));
    }

    // The rows of template k are written again for every n with n = k modulo the number of templates.
    private static async Task<string> InsertAsync(NpgsqlDataSource owner, string table, string key)
    {
        await using var command = owner.CreateCommand(
            "SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND is_identity = 'NO' ORDER BY ordinal_position");
        command.Parameters.Add(new() { Value = table });
        var (names, values) = (new List<string>(), new List<string>());
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var name = reader.GetString(0);
            names.Add(name);
            values.Add(reader.GetString(1) == "text" ? $"replace(replace(t.{name}, c.old_loan, c.new_loan), c.old_customer, c.new_customer)" : $"t.{name}");
        }

        return $"""
            INSERT INTO {table} ({string.Join(", ", names)})
            SELECT {string.Join(", ", values)}
            FROM (
              SELECT {Id("LN-2606-", "(n - 1) % $3 + 1")} AS old_loan, {Id("LN-2606-", "n")} AS new_loan, {Id("CU-", "(n - 1) % $3 + 1")} AS old_customer, {Id("CU-", "n")} AS new_customer
              FROM generate_series($1::int, $2::int) AS n) AS c
            JOIN {table} AS t ON {(key == "stream" ? $"t.stream = '{BenchmarkBrand.Code}/' || c.old_loan" : $"t.brand = '{BenchmarkBrand.Code}' AND t.{key} = c.old_loan")}
            """;
    }

    private static string Id(string prefix, string number) => $"'{prefix}' || lpad(({number})::text, greatest(6, length(({number})::text)), '0')";
}
