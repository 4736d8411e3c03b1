using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Reloans;

/// <summary>
/// An offer as its borrower sees it: at most Amount, for Tenure in the product's unit, to be taken through Until. State is approved or cancelled; IsOpen says
/// whether it can be taken now. ApplicationId is what an accepted one became.
/// </summary>
public sealed record ReloanAnswer(
    string LoanId, int Number, string State, bool IsOpen, MoneyAnswer Previous, MoneyAnswer Amount, int Tenure, string ProductCode, DateOnly Until,
    string? Ending, string? ApplicationId)
{
    /// <summary>Null where there is nothing to tell: no offer, or one that staff have not let go.</summary>
    public static ReloanAnswer? Of(string loanId, Loan loan, Brand brand) =>
        loan.Reloan is not { Offer: { } terms, State: ReloanState.Approved or ReloanState.Cancelled } offer || offer is { State: ReloanState.Cancelled, WasTold: false }
            ? null
            : new(loanId, offer.Number, LoanViews.NameOf(offer.State), offer.IsOpenTo(LoanProjection.TodayOf(loan, brand.BusinessDate)), MoneyAnswer.Of(terms.Previous),
                MoneyAnswer.Of(terms.Amount), terms.Tenure, loan.ProductCode, terms.Until, offer.Ending is { } ending ? LoanViews.NameOf(ending) : null, offer.Application);
}

public static class GetReloanEndpoint
{
    public static void Map(RouteGroupBuilder reloan) => reloan.MapGet("", HandleAsync).WithName("GetReloan")
        .WithSummary("The offer of another loan after this repaid one; 404 where there is none");

    private static async Task<Results<Ok<ReloanAnswer>, ProblemHttpResult>> HandleAsync(OwnedLoan owned, Brands brands, CancellationToken cancellationToken) =>
        ReloanAnswer.Of(owned.LoanId, owned.Loan, await brands.GetAsync(owned.Caller.Brand, cancellationToken)) is { } offer
            ? TypedResults.Ok(offer)
            : Problems.From(new ReloanNotFound());
}
