using Lending.Api.Loans;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Payments;

public static class ListPaymentsEndpoint
{
    public sealed record Answer(string LoanId, IReadOnlyList<MyPayment> Payments);

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/payments", HandleAsync).WithName("ListPayments").WithTags("Payments")
        .WithSummary("Payments received on the loan, the newest first, with what each one paid");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> HandleAsync(
        OwnedLoan owned, LoanPaymentsQuery query, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Answer(owned.LoanId, await query.RunAsync(owned.Caller.Brand, owned.LoanId, cancellationToken)));
}
