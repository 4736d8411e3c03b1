using System.Collections.Concurrent;

namespace Lending.Portal.Components;

/// <summary>How one person likes one table: the columns shown, in order, and the height of a row.</summary>
public sealed record TableView(IReadOnlyList<string> Columns, int RowHeight);

/// <summary>Keeps table views per person.</summary>
public interface ITableViews
{
    Task<TableView?> LoadAsync(string viewKey, CancellationToken cancellationToken);
    Task SaveAsync(string viewKey, TableView view, CancellationToken cancellationToken);
}

/// <summary>Keeps views as long as the circuit lives, where no store is registered.</summary>
public sealed class CircuitTableViews : ITableViews
{
    private readonly ConcurrentDictionary<string, TableView> _views = new(StringComparer.Ordinal);

    public Task<TableView?> LoadAsync(string viewKey, CancellationToken cancellationToken) => Task.FromResult(_views.GetValueOrDefault(viewKey));

    public Task SaveAsync(string viewKey, TableView view, CancellationToken cancellationToken)
    {
        _views[viewKey] = view;
        return Task.CompletedTask;
    }
}
