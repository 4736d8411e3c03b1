using Lending.Domain;

namespace Lending.Data;

/// <summary>An instalment with how it stands on the loan's own day.</summary>
public sealed record InstalmentLine(Instalment Instalment, InstalmentState State);

/// <summary>A loan's schedule as it stands, accruals included.</summary>
public sealed class InstalmentsQuery(LoanFileQuery files)
{
    /// <summary>Null when there is no such loan; empty before disbursement.</summary>
    public async Task<IReadOnlyList<InstalmentLine>?> RunAsync(string brand, string loanId, CancellationToken cancellationToken) =>
        await files.RunAsync(brand, loanId, cancellationToken) is { } file
            ? [.. file.State.Instalments.Zip(file.Figures.Instalments, (instalment, state) => new InstalmentLine(instalment, state))]
            : null;
}
