using System.Text.Json;
using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>The rows of the appends that were accepted, and the one batch of statements that writes them all: one round trip, one transaction.</summary>
internal sealed class WriteSet(string brand, FieldCipher cipher, bool keepCommands)
{
    private readonly List<JournalRow> _journal = [];
    private readonly List<PostingRow> _postings = [];
    private readonly List<OutboxRow> _outbox = [];
    private readonly List<LoanRow> _newLoans = [];
    private readonly List<LoanRow> _loans = [];
    private readonly List<LoanRow> _runningLoans = [];
    private readonly List<LoanStateRow> _newStates = [];
    private readonly List<LoanStateRow> _states = [];
    private readonly List<InstalmentRow> _instalments = [];
    private readonly List<(string Loan, int Left)> _shorter = [];
    private readonly List<ChangeRow> _loanChanges = [];
    private readonly List<PaymentRow> _payments = [];
    private readonly List<PaymentRow> _paymentsBack = [];
    private readonly List<CreditLineRow> _lines = [];
    private readonly List<DrawRow> _draws = [];
    private readonly List<StatementRow> _statements = [];
    private readonly List<ReloanCheckRow> _reloanChecks = [];
    private readonly List<ReloanOfferRow> _reloanOffers = [];
    private readonly List<CustomerRow> _customers = [];
    private readonly List<(string Id, int Version)> _changes = [];
    private readonly List<(string Stream, int Version, byte[] Hash)> _ends = [];

    public bool IsEmpty => _journal.Count == 0;

    /// <summary>The records that change and the versions they get.</summary>
    public IReadOnlyList<(string Id, int Version)> Changes => _changes;

    /// <summary>Adds an append that follows the head.</summary>
    public void Add(Append append, Head head)
    {
        var at = HashChain.Stamp(append.At);
        var actor = JsonSerializer.Serialize(append.Context.Actor, JournalJson.Options);
        var stream = append.Stream;
        var (version, hash) = (head.Version, head.Hash);
        foreach (var booked in append.Facts)
        {
            version++;
            var ends = keepCommands && version == head.Version + append.Facts.Length;
            var entry = new JournalEntry(
                stream, version, brand, EventTypes.NameOf(booked.Fact), JournalJson.PayloadOf(booked.Fact), actor,
                append.Context.CorrelationId, append.Context.CommandId, append.BusinessDate, at, ends ? append.PayloadHash : null);
            var row = new JournalRow(entry, hash, HashChain.Next(hash, entry));
            _journal.Add(row);
            hash = row.Hash;
            for (var line = 0; line < booked.Postings.Length; line++)
                _postings.Add(new(stream, version, line + 1, brand, booked.Postings[line], append.BusinessDate));
        }

        foreach (var item in append.Outbox) _outbox.Add(new(brand, item, stream, at));
        _changes.Add((append.Id, version));
        _ends.Add((stream, version, hash));
        Project(append, at, hash);
    }

    /// <summary>Once stored, these are where the records stand.</summary>
    public void Teach(KnownHeads known)
    {
        foreach (var (stream, version, hash) in _ends) known.Learn(stream, version, hash);
    }

    /// <summary>The whole write. Its statements run as one transaction because nothing divides them.</summary>
    public NpgsqlBatch On(NpgsqlConnection connection)
    {
        var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(LendingDatabase.BrandIs(brand));
        void Add<T>(List<T> rows, Func<IReadOnlyList<T>, NpgsqlBatchCommand> write)
        {
            if (rows.Count > 0) batch.BatchCommands.Add(write(rows));
        }

        // The journal comes first: whoever lost the race for a version waits or fails on it, before anything else is touched.
        Add(_journal, JournalRow.Table.Insert);
        Add(_postings, PostingRow.Table.Insert);
        Add(_outbox, OutboxRow.Table.InsertNew);
        Add(_newLoans, LoanRow.Table.Insert);
        Add(_loans, LoanRow.Table.Update);
        Add(_runningLoans, LoanRow.Running.Update);
        Add(_newStates, LoanStateRow.Table.Insert);
        Add(_states, LoanStateRow.Table.Update);
        Add(_instalments, InstalmentRow.Table.Upsert);
        Add(_shorter, InstalmentRow.DeleteBeyond(brand));
        Add(_loanChanges, ChangeRow.Table.Upsert);
        Add(_payments, PaymentRow.Table.Upsert);
        Add(_paymentsBack, PaymentRow.TakenBack.Update);
        Add(_lines, CreditLineRow.Table.Upsert);
        Add(_draws, DrawRow.Table.Upsert);
        Add(_statements, StatementRow.Table.Insert);
        Add(_reloanChecks, ReloanCheckRow.Table.Insert);
        Add(_reloanOffers, ReloanOfferRow.Table.Upsert);
        Add(_customers, CustomerRow.Table.Upsert);
        return batch;
    }

    private void Project(Append append, DateTimeOffset at, byte[] hash)
    {
        switch (append)
        {
            case LoanAppend loan:
                var events = loan.Facts.Select(booked => (LoanEvent)booked.Fact);
                var rows = LoanProjection.Of(brand, loan.Id, loan.Before, loan.After, events, loan.Product, loan.BusinessDate, at, hash);
                (loan.Before.Version == 0 ? _newLoans : LoanRow.OnlyRan(loan.Before, loan.After) ? _runningLoans : _loans).Add(rows.Loan);
                if (!keepCommands || LoanStateRow.IsDue(loan.Before, loan.After)) (loan.Before.Version == 0 ? _newStates : _states).Add(new(brand, loan.Id, loan.After));
                _instalments.AddRange(rows.Instalments);
                if (rows.InstalmentsLeft is { } left) _shorter.Add((loan.Id, left));
                _loanChanges.AddRange(rows.Changes);
                if (rows.Line.Line is { } line) _lines.Add(line);
                _draws.AddRange(rows.Line.Draws);
                _statements.AddRange(rows.Line.Statements);
                _reloanChecks.AddRange(rows.Reloan.Checks);
                if (rows.Reloan.Offer is { } offer) _reloanOffers.Add(offer);
                foreach (var payment in rows.Payments) (payment.State == PaymentStates.Reversed ? _paymentsBack : _payments).Add(payment);
                break;
            case CustomerAppend customer:
                _customers.Add(CustomerProjection.Of(brand, customer.Id, customer.After, cipher, at, hash));
                break;
            default:
                throw new ArgumentException($"Nobody keeps a read model of {append.GetType().Name}.", nameof(append));
        }
    }
}
