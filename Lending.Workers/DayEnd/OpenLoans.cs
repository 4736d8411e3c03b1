using Lending.Data;

namespace Lending.Workers.DayEnd;

/// <summary>The loans of a Brand whose day is still open, handed out batch by batch in the order of their ids to whoever asks next.</summary>
internal sealed class OpenLoans(Journal journal, string brand, DateOnly date, int batchSize) : IDisposable
{
    private readonly SemaphoreSlim _taking = new(1);
    private string? _last;
    private bool _ended;

    /// <summary>The next batch; empty when there is none left.</summary>
    public async Task<IReadOnlyList<StoredLoan>> TakeAsync(CancellationToken cancellationToken)
    {
        await _taking.WaitAsync(cancellationToken);
        try
        {
            if (_ended) return [];
            var loans = await journal.LoansToCloseAsync(brand, date, _last, batchSize, cancellationToken);
            if (loans.Count > 0) _last = loans[^1].Id;
            _ended = loans.Count < batchSize;
            return loans;
        }
        finally
        {
            _taking.Release();
        }
    }

    public void Dispose() => _taking.Dispose();
}
