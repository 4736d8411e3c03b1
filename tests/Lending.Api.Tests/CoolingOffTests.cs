using System.Net;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>A borrower gives a loan back on the day it was paid out.</summary>
[Collection(ApiCollection.Name)]
public sealed class CoolingOffTests(RunningApi running)
{
    [Fact]
    public async Task Exit_OnTheDayOfThePayout_ClosesForThePrincipal()
    {
        var (borrower, loanId) = await running.App.BorrowAsync();
        var loan = await borrower.LoanAsync(loanId);
        Assert.Equal("false", loan.Text("coolingOff.exiting"));

        var exiting = (await borrower.Api.PostAsync($"/api/v1/loans/{loanId}/cooling-off-exit", new { }, $"{Guid.CreateVersion7():N}")).Ok();
        var again = (await borrower.Api.PostAsync($"/api/v1/loans/{loanId}/cooling-off-exit", new { }, $"{Guid.CreateVersion7():N}")).Ok();

        Assert.Equal(("true", "true"), (exiting.Text("coolingOff.exiting"), again.Text("coolingOff.exiting")));
        Assert.Equal(exiting.Minor("figures.principalOutstanding") + exiting.Minor("figures.interestDue"), exiting.Minor("coolingOff.payoff"));
        await borrower.PayAsync(loanId, exiting.Minor("coolingOff.payoff"));
        await borrower.StatusAsync(loanId, "COMPLETED");
        Assert.Null((await borrower.LoanAsync(loanId)).At("coolingOff"));
        var late = await borrower.Api.PostAsync($"/api/v1/loans/{loanId}/cooling-off-exit", new { }, $"{Guid.CreateVersion7():N}");
        Assert.Equal((HttpStatusCode.Conflict, "not_in_this_state"), (late.Status, late.Code));
    }

    [Fact]
    public async Task Exit_OfAnotherBorrowersLoan_IsNotFound()
    {
        var (_, loanId) = await running.App.BorrowAsync();
        var stranger = await running.App.OnboardAsync();

        Assert.Equal("loan_not_found", (await stranger.Api.PostAsync($"/api/v1/loans/{loanId}/cooling-off-exit", new { }, $"{Guid.CreateVersion7():N}")).Code);
    }
}
