using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Lending.Data;

/// <summary>
/// Tells this process what any process appended, moments after the commit. It is a hint for live pages, not a record: after a lost
/// connection it says that anything may have changed.
/// </summary>
public sealed partial class JournalFeed(LendingDatabase database, TimeProvider clock, ILogger<JournalFeed> logger) : BackgroundService
{
    /// <summary>Raised on the feed's own thread; a handler must be quick and hands work on.</summary>
    public event Action<JournalNotice>? Noticed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var reconnecting = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.Source.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, message) =>
                {
                    foreach (var notice in JournalNotices.Read(message.Payload)) Raise(notice);
                };
                await using (var listen = new NpgsqlCommand($"LISTEN {JournalNotices.Channel}", connection))
                    await listen.ExecuteNonQueryAsync(stoppingToken);
                if (reconnecting) Raise(new(JournalNotice.Any, JournalNotice.Any, 0));
                reconnecting = true;
                while (true) await connection.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException)
            {
                LogLost(failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Raise(JournalNotice notice)
    {
        try
        {
            Noticed?.Invoke(notice);
        }
        catch (Exception failure)
        {
            LogHandlerFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The feed of changes lost its connection ({Failure}) and will listen again.")]
    private partial void LogLost(string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener to the feed of changes failed.")]
    private partial void LogHandlerFailed(Exception failure);
}
