using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Payments;

public static class ListPaymentsEndpoint
{
    /// <summary>State is received, rejected, or proposed while the lender still has to confirm it. The last five amounts say what it paid.</summary>
    public sealed record Line(
        string PaymentId, string State, MoneyAnswer Amount, string Channel, string Reference, DateOnly ReceivedOn, DateOnly? BookedOn,
        MoneyAnswer Penalty, MoneyAnswer Fee, MoneyAnswer Interest, MoneyAnswer Principal, MoneyAnswer Advance);

    public sealed record Answer(string LoanId, IReadOnlyList<Line> Payments);

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/payments", HandleAsync).WithName("ListPayments").WithTags("Payments")
        .WithSummary("Payments received on the loan, the newest first, with what each one paid");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, PaymentsQuery query, CancellationToken cancellationToken)
    {
        var payments = await query.OfLoanAsync(owned.Caller.Brand, owned.LoanId, cancellationToken);
        return TypedResults.Ok(new Answer(owned.LoanId, [.. payments.Select(LineOf)]));
    }

    private static Line LineOf(PaymentLine payment) => new(
        payment.PaymentId, payment.State, MoneyAnswer.Of(payment.Amount), payment.Channel, payment.Reference, payment.ReceivedOn, payment.BookedOn,
        MoneyAnswer.Of(payment.Penalty), MoneyAnswer.Of(payment.Fee), MoneyAnswer.Of(payment.Interest), MoneyAnswer.Of(payment.Principal), MoneyAnswer.Of(payment.Advance));
}
