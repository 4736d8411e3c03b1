using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Agreements;

public static class SigningLinkEndpoint
{
    /// <summary>Url is where the borrower signs; null once signed, and while a new agreement is made because the link had expired.</summary>
    public sealed record Answer(string LoanId, string State, string? Url, DateOnly ExpiresOn, string Sha256, DateTimeOffset? SignedAt);

    public static void Map(RouteGroupBuilder loan) => loan.MapGet("/agreement/signing-link", HandleAsync).WithName("GetSigningLink").WithTags("Agreement")
        .WithSummary("Where to sign the agreement, and whether it is signed");

    private static Results<Ok<Answer>, ProblemHttpResult> HandleAsync(OwnedLoan owned) => owned.Loan.IssuedAgreement is { } issued
        ? TypedResults.Ok(new Answer(
            owned.LoanId, LoanViews.NameOf(owned.Loan.Agreement), owned.Loan.Agreement is AgreementState.Issued ? issued.SignUrl : null, issued.ExpiresOn, issued.Sha256, issued.SignedAt))
        : Problems.From(new DocumentNotFound());
}
