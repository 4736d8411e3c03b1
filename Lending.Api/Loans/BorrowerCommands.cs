using Lending.Api.Requests;
using Lending.Domain;
using Lending.Grains;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Loans;

/// <summary>Sends a borrower's command to their own loan and answers with the loan after it.</summary>
public sealed class BorrowerCommands(IGrainFactory grains, LoanViews views)
{
    public async Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> ExecuteAsync(OwnedLoan owned, LoanCommand command, CancellationToken cancellationToken)
    {
        var outcome = await RunAsync(owned, command, cancellationToken);
        return outcome.IsRefused
            ? Problems.From(outcome.Refusal)
            : TypedResults.Ok(await views.AnswerAsync(owned.Caller.Brand, owned.LoanId, outcome.Value, cancellationToken));
    }

    public Task<Outcome<Loan>> RunAsync(OwnedLoan owned, LoanCommand command, CancellationToken cancellationToken) =>
        grains.GetGrain<ILoanGrain>(GrainKeys.Of(owned.Caller.Brand, owned.LoanId))
            .ExecuteAsync(new LoanRequest(command, owned.Caller.Command()), cancellationToken);

    /// <summary>The loan as it is now.</summary>
    public Task<Outcome<Loan>> LookAsync(OwnedLoan owned, CancellationToken cancellationToken) =>
        grains.GetGrain<ILoanGrain>(GrainKeys.Of(owned.Caller.Brand, owned.LoanId)).GetAsync(cancellationToken);
}
