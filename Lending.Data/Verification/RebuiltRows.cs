namespace Lending.Data;

/// <summary>Read-model rows of some records, made again from the journal.</summary>
internal sealed class RebuiltRows
{
    public List<LoanRow> Loans { get; } = [];

    public List<LoanStateRow> States { get; } = [];

    public List<InstalmentRow> Instalments { get; } = [];

    public List<PaymentRow> Payments { get; } = [];

    public List<ChangeRow> Changes { get; } = [];

    public List<CreditLineRow> Lines { get; } = [];

    public List<DrawRow> Draws { get; } = [];

    public List<StatementRow> Statements { get; } = [];

    public List<ReloanCheckRow> ReloanChecks { get; } = [];

    public List<ReloanOfferRow> ReloanOffers { get; } = [];

    public List<CustomerRow> Customers { get; } = [];

    public void Add(ReplayedRecord record)
    {
        if (record.Loan is { } loan) Loans.Add(loan);
        if (record.State is { } state) States.Add(state);
        if (record.Customer is { } customer) Customers.Add(customer);
        Instalments.AddRange(record.Instalments);
        Payments.AddRange(record.Payments);
        Changes.AddRange(record.Changes);
        if (record.Line.Line is { } line) Lines.Add(line);
        Draws.AddRange(record.Line.Draws);
        Statements.AddRange(record.Line.Statements);
        ReloanChecks.AddRange(record.ReloanChecks);
        ReloanOffers.AddRange(record.ReloanOffers);
    }

    public async Task<Finding?> FirstDifferingAsync(string brand, JournalWalk walk, CancellationToken cancellationToken)
    {
        Finding? Of(string table, string? key) => key is null ? null
            : new(brand, key.Split(' ')[0], VersionOf(key.Split(' ')[0]), $"the row {key} of {table} is not what the journal adds up to");
        return Of("loan", await walk.DifferingAsync(LoanRow.Table, Loans, cancellationToken))
            ?? Of("loan_state", await walk.DifferingAsync(LoanStateRow.Table, States, cancellationToken))
            ?? Of("instalment", await walk.DifferingAsync(InstalmentRow.Table, Instalments, cancellationToken))
            ?? Of("payment", await walk.DifferingAsync(PaymentRow.Table, Payments, cancellationToken))
            ?? Of("loan_change", await walk.DifferingAsync(ChangeRow.Table, Changes, cancellationToken))
            ?? Of("credit_line", await walk.DifferingAsync(CreditLineRow.Table, Lines, cancellationToken))
            ?? Of("line_draw", await walk.DifferingAsync(DrawRow.Table, Draws, cancellationToken))
            ?? Of("line_statement", await walk.DifferingAsync(StatementRow.Table, Statements, cancellationToken))
            ?? Of("reloan_check", await walk.DifferingAsync(ReloanCheckRow.Table, ReloanChecks, cancellationToken))
            ?? Of("reloan_offer", await walk.DifferingAsync(ReloanOfferRow.Table, ReloanOffers, cancellationToken))
            ?? Of("customer", await walk.DifferingAsync(CustomerRow.Table, Customers, cancellationToken));
    }

    public async Task<int> CorrectAsync(JournalWalk walk, CancellationToken cancellationToken) =>
        await walk.CorrectAsync(LoanRow.Table, Loans, cancellationToken)
        + await walk.CorrectAsync(LoanStateRow.Table, States, cancellationToken)
        + await walk.CorrectAsync(InstalmentRow.Table, Instalments, cancellationToken)
        + await walk.CorrectAsync(PaymentRow.Table, Payments, cancellationToken)
        + await walk.CorrectAsync(ChangeRow.Table, Changes, cancellationToken)
        + await walk.CorrectAsync(CreditLineRow.Table, Lines, cancellationToken)
        + await walk.CorrectAsync(DrawRow.Table, Draws, cancellationToken)
        + await walk.CorrectAsync(StatementRow.Table, Statements, cancellationToken)
        + await walk.CorrectAsync(ReloanCheckRow.Table, ReloanChecks, cancellationToken)
        + await walk.CorrectAsync(ReloanOfferRow.Table, ReloanOffers, cancellationToken)
        + await walk.CorrectAsync(CustomerRow.Table, Customers, cancellationToken);

    private int VersionOf(string id) =>
        Loans.Find(row => row.Id == id)?.Loan.Version ?? Customers.Find(row => row.Id == id)?.Customer.Version ?? 0;
}
