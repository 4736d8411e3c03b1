using Npgsql;

namespace Lending.Data;

/// <summary>Reads a Brand's journal record by record on one connection, a bounded number at a time.</summary>
internal sealed class JournalWalk(NpgsqlConnection connection, string brand)
{
    private const int RecordsAtOnce = 200;

    public async Task SetBrandAsync(CancellationToken cancellationToken) => await ListAsync(LendingDatabase.SetBrand, [brand], row => 0, cancellationToken);

    /// <summary>The next records after one, by the name of their stream.</summary>
    public Task<List<string>> NextAsync(string after, CancellationToken cancellationToken) => ListAsync(
        "SELECT stream FROM journal WHERE brand = $1 AND version = 1 AND stream > $2 ORDER BY stream LIMIT $3",
        [brand, after, RecordsAtOnce], row => row.GetString(0), cancellationToken);

    public async Task<ILookup<string, StoredEvent>> EventsAsync(List<string> streams, CancellationToken cancellationToken) => (await ListAsync(
        $"SELECT {StoredEvent.Columns} FROM journal WHERE brand = $1 AND stream = ANY($2) ORDER BY stream, version",
        [brand, streams.ToArray()], StoredEvent.Read, cancellationToken)).ToLookup(stored => stored.Entry.Stream);

    public async Task<ILookup<string, StoredPosting>> PostingsAsync(List<string> streams, CancellationToken cancellationToken) => (await ListAsync(
        $"SELECT {StoredPosting.Columns} FROM posting WHERE brand = $1 AND stream = ANY($2) ORDER BY stream, version, line",
        [brand, streams.ToArray()], StoredPosting.Read, cancellationToken)).ToLookup(stored => stored.Stream);

    /// <summary>The version at which each loan's state is stored, by the loan's id.</summary>
    public async Task<Dictionary<string, int>> StateVersionsAsync(string[] ids, CancellationToken cancellationToken) => (await ListAsync(
        "SELECT id, version FROM loan_state WHERE brand = $1 AND id = ANY($2)", [brand, ids],
        row => (Id: row.GetString(0), Version: row.GetInt32(1)), cancellationToken)).ToDictionary(row => row.Id, row => row.Version);

    public async Task<long> CountAsync(string table, CancellationToken cancellationToken) =>
        (await ListAsync($"SELECT count(*) FROM {table} WHERE brand = $1", [brand], row => row.GetInt64(0), cancellationToken))[0];

    /// <summary>The key of the first row that the table lacks or has otherwise, or null when all are there and equal.</summary>
    public async Task<string?> DifferingAsync<T>(Table<T> table, List<T> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return null;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { table.Differing(rows) } };
        return (string?)await batch.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Puts the rows right and returns how many were wrong.</summary>
    public async Task<int> CorrectAsync<T>(Table<T> table, List<T> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0) return 0;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { table.Correct(rows) } };
        return await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<List<T>> ListAsync<T>(string sql, object?[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { LendingDatabase.CommandOf(sql, parameters) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }
}
