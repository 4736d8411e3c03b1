using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Autopay;

/// <summary>Automatic payments by the borrower's mandate (LOS-030).</summary>
public static class AutopayApi
{
    public static void MapAutopayApi(this RouteGroupBuilder loan, RouteGroupBuilder changes)
    {
        loan.MapGet("/autopay", ReadAsync).WithName("GetAutopay").WithTags("Payments")
            .WithSummary("The mandate by which instalments are collected, and the debits made or to come");
        changes.MapPost("/autopay", RequestAsync).WithName("RequestMandate").WithTags("Payments")
            .WithSummary("Ask for a mandate; a moment later it has the page where it is approved");
        changes.MapPost("/autopay/cancel", CancelAsync).WithName("CancelMandate").WithTags("Payments").WithSummary("End automatic payments");
    }

    private static async Task<Results<Ok<AutopayAnswer>, ProblemHttpResult>> ReadAsync(OwnedLoan owned, MandatesQuery mandates, CancellationToken cancellationToken) =>
        TypedResults.Ok(AutopayAnswer.ForBorrower(owned.LoanId, await mandates.OfLoanAsync(owned.Caller.Brand, owned.LoanId, cancellationToken)));

    private static async Task<Results<Accepted<AutopayAnswer>, ProblemHttpResult>> RequestAsync(
        MandateRequest request, OwnedLoan owned, BorrowerCommands commands, MandatesQuery mandates, CancellationToken cancellationToken)
    {
        var command = request.CommandIn(owned.Loan.Currency);
        if (command.IsRefused) return Problems.From(command.Refusal);
        return await TellAsync(owned, command.Value, commands, mandates, cancellationToken);
    }

    private static async Task<Results<Accepted<AutopayAnswer>, ProblemHttpResult>> CancelAsync(
        MandateCancellation request, OwnedLoan owned, BorrowerCommands commands, MandatesQuery mandates, CancellationToken cancellationToken) =>
        await TellAsync(owned, new CancelMandate(request.Reason.Trim()), commands, mandates, cancellationToken);

    private static async Task<Results<Accepted<AutopayAnswer>, ProblemHttpResult>> TellAsync(
        OwnedLoan owned, LoanCommand command, BorrowerCommands commands, MandatesQuery mandates, CancellationToken cancellationToken)
    {
        var outcome = await commands.RunAsync(owned, command, cancellationToken);
        return outcome.IsRefused
            ? Problems.From(outcome.Refusal)
            : TypedResults.Accepted((string?)null, AutopayAnswer.ForBorrower(owned.LoanId, await mandates.OfLoanAsync(owned.Caller.Brand, owned.LoanId, cancellationToken)));
    }
}
