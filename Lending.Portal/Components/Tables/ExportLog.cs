namespace Lending.Portal.Components;

/// <summary>A list about to be saved as a file. Filter is what it is narrowed to, without any text that was searched for.</summary>
public sealed record ListSaved(string List, string Filter, IReadOnlyList<string> Columns, int Rows);

/// <summary>Writes down who saves which list, before the file is handed over. When it throws, there is no file.</summary>
public interface IExportLog
{
    Task AddAsync(ListSaved saved, CancellationToken cancellationToken);
}

/// <summary>For pages with made-up data: keeps what was saved as long as the circuit lives.</summary>
public sealed class CircuitExportLog : IExportLog
{
    private readonly List<ListSaved> _saved = [];

    public IReadOnlyList<ListSaved> Saved => _saved;

    public Task AddAsync(ListSaved saved, CancellationToken cancellationToken)
    {
        _saved.Add(saved);
        return Task.CompletedTask;
    }
}
