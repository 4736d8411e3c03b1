using Lending.Domain;
using Orleans.Concurrency;

namespace Lending.Grains;

/// <summary>One loan, one writer. Key: Brand code, slash, loan id, as <see cref="GrainKeys.Of"/> makes it.</summary>
[Alias("lending.loan")]
public interface ILoanGrain : IGrainWithStringKey
{
    /// <summary>Decides the command, stores what it came to and answers with the loan after it. A repeated command id gets the loan again.</summary>
    [Alias("execute")]
    Task<Outcome<Loan>> ExecuteAsync(LoanRequest request, CancellationToken cancellationToken = default);

    /// <summary>The loan as the journal has it now, or a refusal when there is none.</summary>
    [Alias("get"), ReadOnly]
    Task<Outcome<Loan>> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>What a change would do to the loan as the journal has it now; nothing is stored. Refused as the change itself would be.</summary>
    [Alias("preview"), ReadOnly]
    Task<Outcome<ChangePreview>> PreviewAsync(LoanChange change, CommandContext context, CancellationToken cancellationToken = default);
}

/// <summary>A command to a loan with what every command carries.</summary>
[Alias("lending.loan-request"), Immutable]
public sealed record LoanRequest(LoanCommand Command, CommandContext Context);
