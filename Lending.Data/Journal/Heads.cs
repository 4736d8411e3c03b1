using Npgsql;

namespace Lending.Data;

/// <summary>The last event of a record: its version and its hash, which the next one continues.</summary>
internal sealed record Head(int Version, byte[] Hash)
{
    public static readonly Head None = new(0, [.. HashChain.Start]);
}

/// <summary>What the database knows of some appends before they are written: where their records stand, and which command ids are used.</summary>
internal sealed class Heads
{
    private const string LoanHeads = "SELECT id, version, hash FROM loan WHERE brand = $1 AND id = ANY($2)";
    private const string CustomerHeads = "SELECT id, version, hash FROM customer WHERE brand = $1 AND id = ANY($2)";
    private const string Used =
        "SELECT command_id, stream, version, payload_hash FROM journal WHERE brand = $1 AND command_id = ANY($2) AND payload_hash IS NOT NULL";

    private readonly Dictionary<string, Head> _heads = [];
    private readonly Dictionary<string, KnownCommand> _commands = [];

    public Head Of(string id) => _heads.GetValueOrDefault(id, Head.None);

    public KnownCommand? CommandOf(string commandId) => _commands.GetValueOrDefault(commandId);

    /// <summary>The heads from memory, when all of them are known; the command ids are then taken to be unused until the database objects.</summary>
    public static Heads? Known(IReadOnlyList<Append> appends, KnownHeads known)
    {
        var heads = new Heads();
        foreach (var append in appends)
        {
            if (known.At(append) is not { } head) return null;
            heads._heads[append.Id] = head;
        }

        return heads;
    }

    public static async Task<Heads> ReadAsync(NpgsqlConnection connection, string brand, IReadOnlyCollection<Append> appends, CancellationToken cancellationToken)
    {
        string[] loans = [.. appends.OfType<LoanAppend>().Select(append => append.Id).Distinct()];
        string[] customers = [.. appends.OfType<CustomerAppend>().Select(append => append.Id).Distinct()];
        string[] commands = [.. appends.Select(append => append.Context.CommandId).Distinct()];

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(LendingDatabase.BrandIs(brand));
        batch.BatchCommands.Add(LendingDatabase.CommandOf(Used, brand, commands));
        if (loans.Length > 0) batch.BatchCommands.Add(LendingDatabase.CommandOf(LoanHeads, brand, loans));
        if (customers.Length > 0) batch.BatchCommands.Add(LendingDatabase.CommandOf(CustomerHeads, brand, customers));

        var heads = new Heads();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            heads._commands[reader.GetString(0)] = new(StreamNames.IdOf(reader.GetString(1)), reader.GetInt32(2), reader.GetString(3));
        while (await reader.NextResultAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                heads._heads[reader.GetString(0)] = new(reader.GetInt32(1), reader.GetFieldValue<byte[]>(2));
        return heads;
    }
}
