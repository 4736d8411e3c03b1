using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Lending.Grains;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff;

/// <summary>Sends a staff member's command to a loan of their Brand and answers with the loan after it. The decider asks for the permission.</summary>
public sealed class StaffCommands(IGrainFactory grains, LoanViews views)
{
    public async Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> ExecuteAsync(
        StaffCaller caller, string loanId, LoanCommand command, CancellationToken cancellationToken)
    {
        var outcome = await LoanOf(caller, loanId).ExecuteAsync(new LoanRequest(command, caller.Command()), cancellationToken);
        return outcome.IsRefused
            ? Problems.From(outcome.Refusal)
            : TypedResults.Ok(await views.AnswerAsync(caller.Brand, loanId, outcome.Value, cancellationToken));
    }

    /// <summary>A command that carries an amount, which has to be in the loan's currency.</summary>
    public async Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> ExecuteAsync(
        StaffCaller caller, string loanId, MoneyDto amount, Func<Money, LoanCommand> command, CancellationToken cancellationToken)
    {
        var found = await FindAsync(caller, loanId, cancellationToken);
        if (found.IsRefused) return Problems.From(found.Refusal);
        var money = amount.In(found.Value.Currency);
        return money.IsRefused ? Problems.From(money.Refusal) : await ExecuteAsync(caller, loanId, command(money.Value), cancellationToken);
    }

    public Task<Outcome<Loan>> FindAsync(StaffCaller caller, string loanId, CancellationToken cancellationToken) =>
        LoanOf(caller, loanId).GetAsync(cancellationToken);

    /// <summary>What a change would do; nothing is stored.</summary>
    public Task<Outcome<ChangePreview>> PreviewAsync(StaffCaller caller, string loanId, LoanChange change, CancellationToken cancellationToken) =>
        LoanOf(caller, loanId).PreviewAsync(change, caller.Command("preview"), cancellationToken);

    private ILoanGrain LoanOf(StaffCaller caller, string loanId) => grains.GetGrain<ILoanGrain>(GrainKeys.Of(caller.Brand, loanId));
}
