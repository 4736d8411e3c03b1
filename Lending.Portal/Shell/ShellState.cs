namespace Lending.Portal.Shell;

/// <summary>The shell of one circuit: its model, where the page is, and what the page offers to keys and palette.</summary>
public sealed class ShellState(IServiceProvider circuit, ShellSource source)
{
    private Task? _loading;

    /// <summary>Raised after any change; listeners draw themselves again.</summary>
    public event Action? Changed;

    /// <summary>Null until loaded.</summary>
    public ShellModel? Model { get; private set; }

    public IReadOnlyList<Crumb> Crumbs { get; private set; } = [];

    /// <summary>What the open page can do: shown in the palette, reachable by single keys.</summary>
    public IReadOnlyList<PageAction> Actions { get; private set; } = [];

    /// <summary>Loads once. A load that failed is tried again by the next page, and leaving the page that began it does not end it for the others.</summary>
    public Task LoadAsync(CancellationToken cancellationToken = default)
    {
        if (_loading is null or { IsFaulted: true } or { IsCanceled: true }) _loading = ReloadAsync(CancellationToken.None);
        return _loading.WaitAsync(cancellationToken);
    }

    /// <summary>Asks the source again: counts, business date, unread.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken = default)
    {
        Model = await source(circuit, cancellationToken);
        Changed?.Invoke();
    }

    public void Show(IReadOnlyList<Crumb> crumbs)
    {
        Crumbs = crumbs;
        Changed?.Invoke();
    }

    /// <summary>A page offers its actions while it is open, and takes them back with an empty list.</summary>
    public void Offer(IReadOnlyList<PageAction> actions)
    {
        Actions = actions;
        Changed?.Invoke();
    }
}

/// <summary>Makes the shell's model for the person of a circuit.</summary>
public delegate Task<ShellModel> ShellSource(IServiceProvider circuit, CancellationToken cancellationToken);

/// <summary>Something the open page can do. Key is one letter such as "P", a chord such as "Ctrl+Enter", or null.</summary>
public sealed record PageAction(string Text, string? Detail, string Icon, string? Key, Func<Task> RunAsync);
