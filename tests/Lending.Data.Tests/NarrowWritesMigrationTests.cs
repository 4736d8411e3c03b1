using Lending.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Lending.Data.Tests;

/// <summary>What was stored before command ids moved to the journal and a loan's state beside its row.</summary>
[Collection(OnPostgres.Name)]
public sealed class NarrowWritesMigrationTests(LendingServer server)
{
    private const string LoanId = "LN-2606-00001";

    [Fact]
    public async Task Migration_OfRowsWrittenBefore_KeepsCommandsStatesAndChains()
    {
        var database = await server.Server.CreateDatabaseAsync();
        await MigrateToAsync(database, "20261123000026_ClassesAndReconciliation");
        LoanEvent[] events = [new ApplicationStarted(LoanId, "CU-2606-00001", A.Payday.Code, A.Payday.Version, Money.Inr(10_000_00), 14), new ApplicationSubmitted(A.Day)];
        await WriteAsBeforeAsync(database, events);

        await LendingMigrations.ApplyAsync(database + ";Pooling=false", default);

        await using var office = new Office(database);
        var stored = (await office.Journal.LoadLoanAsync("saffron", LoanId, default))!;
        Assert.Equal(StateJson.Of(LoanEvolution.Replay(events)), StateJson.Of(stored.State));
        Assert.Equal(new KnownCommand(LoanId, 2, "words"), await office.Journal.FindCommandAsync("saffron", "submit", default));
        Assert.Null(await office.Journal.FindCommandAsync("saffron", "start", default));
        var report = await new RecordVerification(office.Database).RunAsync("saffron", LoanId, default);
        Assert.Equal((2, null), (report.Events, report.First));
        Assert.False(await new Outbox(office.Database, TimeProvider.System).AddAsync("saffron", LoanId, new OutboxItem("sms", "k1", new Dictionary<string, string>()), default));
    }

    private static async Task MigrateToAsync(string connectionString, string migration)
    {
        await using var schema = new LendingSchema(new DbContextOptionsBuilder<LendingSchema>().UseNpgsql(connectionString + ";Pooling=false").Options);
        await schema.GetService<IMigrator>().MigrateAsync(migration);
    }

    private static async Task WriteAsBeforeAsync(string connectionString, LoanEvent[] events)
    {
        await using var owner = NpgsqlDataSource.Create(connectionString);
        byte[] hash = [.. HashChain.Start];
        for (var version = 1; version <= events.Length; version++)
        {
            var fact = events[version - 1];
            var entry = new JournalEntry($"saffron/{LoanId}", version, "saffron", EventTypes.NameOf(fact), JournalJson.PayloadOf(fact), "{}", Guid.Empty,
                version == 1 ? "start" : "submit", A.Day, A.Noon);
            var next = HashChain.NextOfEarlyDays(hash, entry);
            await ExecuteAsync(
                """
                INSERT INTO journal (stream, version, brand, type, payload, actor, correlation_id, command_id, business_date, recorded_at, previous_hash, hash)
                VALUES ($1, $2, 'saffron', $3, $4, '{}', $5, $6, $7, $8, $9, $10)
                """, entry.Stream, version, entry.Type, entry.Payload, entry.CorrelationId, entry.CommandId, A.Day, A.Noon.ToUniversalTime(), hash, next);
            hash = next;
        }

        await ExecuteAsync("INSERT INTO command (brand, id, payload_hash, stream, version, recorded_at) VALUES ('saffron', 'submit', 'words', $1, 2, now())", $"saffron/{LoanId}");
        await ExecuteAsync("INSERT INTO outbox (brand, kind, key, data, stream, created_at, next_attempt_at) VALUES ('saffron', 'sms', 'k1', '{}', $1, now(), now())", $"saffron/{LoanId}");
        await ExecuteAsync(
            """
            INSERT INTO loan (brand, id, customer_id, product_code, product_version, currency, requested, tenure, application, agreement, account, status, status_since, delinquency,
              dpd, principal_outstanding, interest_due, penalty_due, overdue, payoff, advance, payments_waiting, started_at, changed_at, version, hash, state)
            VALUES ('saffron', $1, 'CU-2606-00001', 'payday', 1, 'INR', 1000000, 14, 'Submitted', 'None', 'None', 'Submitted', now(), 'Current', 0, 0, 0, 0, 0, 0, 0, 0, now(), now(), 2, $2, $3)
            """, LoanId, hash, StateJson.Of(LoanEvolution.Replay(events)));

        async Task ExecuteAsync(string sql, params object[] values)
        {
            await using var command = owner.CreateCommand(sql);
            foreach (var value in values) command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync();
        }
    }
}
