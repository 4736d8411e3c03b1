using Lending.Portal.SignIn;
using Microsoft.AspNetCore.Components;

namespace Lending.Portal.Shell;

/// <summary>What every page of staff has: the person, a token that ends when the page is left, and a failure that can be shown and tried again.</summary>
public abstract partial class StaffPage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private bool _started;

    [Inject] public required StaffSession Session { get; init; }
    [Inject] public required ShellState Shell { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [Inject] public required ILoggerFactory Loggers { get; init; }

    /// <summary>Known from the first rendering after sign-in on.</summary>
    protected StaffIdentity? Person { get; private set; }

    protected string Brand => Person?.Brand ?? throw new InvalidOperationException("The page has not started yet.");

    protected DateOnly Today => Shell.Model?.BusinessDate ?? DateOnly.MinValue;

    protected TimeZoneInfo Zone => Shell.Model?.TimeZone ?? Components.Dates.India;

    /// <summary>Ends when the page is left: a slow question must not outlive the person who asked it.</summary>
    protected CancellationToken Leaving => _leaving.Token;

    /// <summary>Set when the page's data could not be loaded; the id finds the cause in the logs.</summary>
    protected string? FailedWith { get; private set; }

    protected sealed override Task OnInitializedAsync() => ReloadAsync();

    /// <summary>Loads what the page shows. Called at the start, after a retry and after changes by others.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Runs once, after the first load: to watch for changes and to offer actions.</summary>
    protected virtual Task StartedAsync() => Task.CompletedTask;

    protected async Task ReloadAsync()
    {
        try
        {
            Person ??= await Session.PersonAsync();
            await Shell.LoadAsync(Leaving);
            await LoadAsync();
            FailedWith = null;
        }
        catch (Exception) when (_leaving.IsCancellationRequested)
        {
            // The page was left, and what it asked with is gone.
        }
        catch (Exception failure)
        {
            FailedWith = $"{StaffSession.CorrelationId():N}";
            LogFailed(Loggers.CreateLogger(GetType()), failure, GetType().Name, FailedWith);
        }

        // A page whose own data could not be loaded watches and offers its actions all the same.
        if (_started || Person is null || Shell.Model is null || _leaving.IsCancellationRequested) return;
        _started = true;
        await StartedAsync();
    }

    /// <summary>For callers from outside the page's own events: loads again and draws.</summary>
    protected Task ReloadAndDrawAsync() => _leaving.IsCancellationRequested ? Task.CompletedTask : InvokeAsync(async () =>
    {
        await ReloadAsync();
        StateHasChanged();
    });

    public void Dispose()
    {
        if (_leaving.IsCancellationRequested) return;
        _leaving.Cancel();
        Shell.Offer([]);
        Left();
        GC.SuppressFinalize(this);
    }

    /// <summary>Runs once when the page is left.</summary>
    protected virtual void Left()
    {
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Page} could not load its data; correlation {CorrelationId}")]
    private static partial void LogFailed(ILogger logger, Exception failure, string page, string correlationId);
}
