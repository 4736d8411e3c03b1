using Npgsql;
using NpgsqlTypes;

namespace Lending.Data;

/// <summary>
/// The services' way into the database: as the role lending_app, one Brand at a time. Every statement travels together with the setting
/// that names its Brand, in one round trip and one transaction, so nothing of it is left on the connection afterwards.
/// </summary>
public sealed class LendingDatabase : IAsyncDisposable
{
    internal const string SetBrand = "SELECT set_config('lending.brand', $1, true)";
    private const int ReadAttempts = 3;

    // A group of payments is some fifty kilobytes; sent in one piece, it wakes the server once.
    private const int WriteBuffer = 128 * 1024;
    private const string WriterPlans =
        " -c plan_cache_mode=force_generic_plan -c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off";

    /// <summary>connectionString is that of any user who is a member of lending_app (or a superuser).</summary>
    public LendingDatabase(string connectionString, Action<NpgsqlDataSourceBuilder>? configure = null)
    {
        var builder = new NpgsqlDataSourceBuilder(AsService(connectionString));
        configure?.Invoke(builder);
        Source = builder.Build();
        builder.ConnectionStringBuilder.Options += WriterPlans;
        builder.ConnectionStringBuilder.WriteBufferSize = WriteBuffer;
        Writing = builder.Build();
    }

    /// <summary>Connections as lending_app. A statement sent on one of them directly sees no Brand's rows until the Brand is set.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>
    /// Connections for the journal's writer. Its statements join a handful of rows in arrays to rows by their key; a planner that cannot
    /// see how few they are would otherwise scan whole tables, and plan anew each time.
    /// </summary>
    internal NpgsqlDataSource Writing { get; }

    /// <summary>The connection string with the services' role and the settings the hot statements count on.</summary>
    public static string AsService(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // The reset between uses of a pooled connection would give up the role along with everything else. Nothing is left to reset:
            // the Brand is set for one transaction only.
            NoResetOnClose = true,
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            IncludeErrorDetail = false, // Details of an error quote the values of a row.
        };
        settings.Options = $"{settings.Options} -c role=lending_app -c jit=off".Trim();
        return settings.ConnectionString;
    }

    /// <summary>Reads rows of a Brand; parameters are $1, $2 … A lost connection is tried again, as reading twice does no harm.</summary>
    public async Task<List<T>> ListAsync<T>(
        string brand, string sql, object?[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await RowsAsync(brand, sql, parameters, read, cancellationToken);
            }
            catch (NpgsqlException lost) when (lost.IsTransient && lost is not PostgresException && attempt < ReadAttempts)
            {
            }
        }
    }

    /// <summary>The first row, or default when there is none.</summary>
    public async Task<T?> FirstAsync<T>(
        string brand, string sql, object?[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) =>
        (await ListAsync(brand, sql, parameters, read, cancellationToken)).FirstOrDefault();

    /// <summary>Writes for a Brand and returns the rows it answers. Never tried twice.</summary>
    public async Task<List<T>> WriteAsync<T>(
        string brand, string sql, object?[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken) =>
        await RowsAsync(brand, sql, parameters, read, cancellationToken);

    /// <summary>Writes for a Brand and returns the number of rows touched.</summary>
    public async Task<int> ExecuteAsync(string brand, string sql, object?[] parameters, CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        await using var batch = BatchOf(connection, brand, sql, parameters);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return (int)batch.BatchCommands[1].RecordsAffected;
    }

    public async ValueTask DisposeAsync()
    {
        await Writing.DisposeAsync();
        await Source.DisposeAsync();
    }

    internal static NpgsqlBatchCommand BrandIs(string brand)
    {
        var command = new NpgsqlBatchCommand(SetBrand);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = brand, NpgsqlDbType = NpgsqlDbType.Text });
        return command;
    }

    internal static NpgsqlBatchCommand CommandOf(string sql, params ReadOnlySpan<object?> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in parameters) command.Parameters.Add(ParameterOf(value));
        return command;
    }

    private async Task<List<T>> RowsAsync<T>(
        string brand, string sql, object?[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        await using var batch = BatchOf(connection, brand, sql, parameters);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    private static NpgsqlBatch BatchOf(NpgsqlConnection connection, string brand, string sql, object?[] parameters)
    {
        var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(BrandIs(brand));
        batch.BatchCommands.Add(CommandOf(sql, parameters));
        return batch;
    }

    private static NpgsqlParameter ParameterOf(object? value) => value switch
    {
        null => new NpgsqlParameter { Value = DBNull.Value },
        NpgsqlParameter ready => ready,
        DateTimeOffset instant => new NpgsqlParameter { Value = instant.ToUniversalTime() },
        _ => new NpgsqlParameter { Value = value },
    };
}
