using System.ComponentModel.DataAnnotations;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Staff.ManualPayments;

public static class RecordPaymentEndpoint
{
    /// <summary>Reference is the receipt's or transfer's own number.</summary>
    public sealed record Request(
        MoneyDto Amount, [RegularExpression("^[A-Z]{1,20}$")] string Channel, [CleanText(80)] string Reference, DateOnly ReceivedOn, [CleanText(500)] string Note);

    /// <summary>PaymentId is what another person approves or rejects.</summary>
    public sealed record Answer(string PaymentId, LoanAnswer Loan);

    public static void Map(RouteGroupBuilder loan) => loan.MapPost("/payments", HandleAsync).WithName("RecordPayment")
        .WithSummary("Record money received by hand; nothing is booked until another person approves it");

    private static async Task<Results<Created<Answer>, ProblemHttpResult>> HandleAsync(
        Request request, string loanId, StaffCaller caller, HttpContext http, StaffCommands commands, CancellationToken cancellationToken)
    {
        var paymentId = $"hand-{IdempotencyKey.ReferenceOf(http, $"{caller.Brand}/{caller.Id}/{loanId}", "payment")}";
        var done = await commands.ExecuteAsync(
            caller, loanId, request.Amount,
            amount => new ProposePayment(paymentId, amount, request.Channel, request.Reference, request.ReceivedOn, request.Note), cancellationToken);
        return done.Result is Ok<LoanAnswer> { Value: { } loan }
            ? TypedResults.Created($"{StaffApi.Path}/loans/{loanId}", new Answer(paymentId, loan))
            : (ProblemHttpResult)done.Result;
    }
}
