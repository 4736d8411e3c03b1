using Lending.Api.Autopay;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.Autopay;

/// <summary>Mandates of a loan for staff; asking and cancelling need Payments Write.</summary>
public static class StaffAutopayEndpoints
{
    public static void MapReading(RouteGroupBuilder loan) => loan.MapGet("/autopay", ReadAsync).WithName("StaffGetAutopay")
        .WithSummary("The mandates of a loan and the debits made or to come");

    public static void MapChanging(RouteGroupBuilder loan)
    {
        loan.MapPost("/autopay", RequestAsync).WithName("StaffRequestMandate").WithSummary("Ask for a mandate; the borrower gets the page where it is approved by message");
        loan.MapPost("/autopay/cancel", CancelAsync).WithName("StaffCancelMandate").WithSummary("End automatic payments, with the reason");
    }

    private static async Task<Results<Ok<AutopayAnswer>, ProblemHttpResult>> ReadAsync(
        string loanId, StaffCaller caller, StaffCommands loans, MandatesQuery mandates, CancellationToken cancellationToken)
    {
        var found = await loans.FindAsync(caller, loanId, cancellationToken);
        return found.IsRefused
            ? Problems.From(found.Refusal)
            : TypedResults.Ok(AutopayAnswer.ForStaff(loanId, await mandates.OfLoanAsync(caller.Brand, loanId, cancellationToken)));
    }

    private static async Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> RequestAsync(
        MandateRequest request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken)
    {
        var found = await commands.FindAsync(caller, loanId, cancellationToken);
        if (found.IsRefused) return Problems.From(found.Refusal);
        var command = request.CommandIn(found.Value.Currency);
        return command.IsRefused ? Problems.From(command.Refusal) : await commands.ExecuteAsync(caller, loanId, command.Value, cancellationToken);
    }

    private static Task<Results<Ok<LoanAnswer>, ProblemHttpResult>> CancelAsync(
        MandateCancellation request, string loanId, StaffCaller caller, StaffCommands commands, CancellationToken cancellationToken) =>
        commands.ExecuteAsync(caller, loanId, new CancelMandate(request.Reason.Trim()), cancellationToken);
}
