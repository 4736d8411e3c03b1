using System.Net;
using Lending.Flows;

namespace Lending.Api.Tests;

[Collection(ApiCollection.Name)]
public sealed class LookingBackTests(RunningApi running)
{
    [Fact]
    public async Task Explain_PrincipalAfterAPayment_AddsUpToTheFigure()
    {
        var (borrower, loanId) = await running.App.BorrowAsync();
        await borrower.PayAsync(loanId, 10_000_00);
        var figures = await borrower.LoanAsync(loanId);

        foreach (var figure in new[] { "principalOutstanding", "interestDue", "penaltyDue", "payoff", "feeDue", "dueNow", "overdue" })
        {
            var explained = (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/explain?of={figure}")).Ok();

            Assert.Equal(figures.Minor($"figures.{figure}"), explained.Minor("total"));
            Assert.Equal(explained.Minor("total"), explained.Body!["steps"]!.AsArray().Sum(step => step!["amount"]!["minor"]!.GetValue<long>()));
        }
    }

    [Theory]
    [InlineData("instalmentPrincipal", "principal")]
    [InlineData("instalmentInterest", "interest")]
    public async Task Explain_AnInstalment_IsTheAmountOfTheSchedule(string figure, string column)
    {
        var (borrower, loanId) = await running.App.BorrowAsync();
        var row = (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/schedule")).Ok().Body!["instalments"]![1]!;

        var explained = (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/explain?of={figure}&instalment=2")).Ok();

        Assert.Equal(row[column]!["minor"]!.GetValue<long>(), explained.Minor("total"));
        Assert.Contains("As agreed: ", explained.Text("steps.0.text"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsOf_Today_IsTheLoanAsItStands()
    {
        var (borrower, loanId) = await running.App.BorrowAsync();
        var loan = await borrower.LoanAsync(loanId);

        var past = (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/as-of/{loan.Text("figures.asOf")}")).Ok();

        Assert.Equal(loan.Text("status"), past.Text("status"));
        Assert.Equal(loan.Minor("figures.payoff"), past.Minor("payoff"));
        Assert.Equal(6, past.Body!["instalments"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("explain?of=profit", "figure_unknown", "of")]
    [InlineData("explain?of=provision", "figure_unknown", "of")]
    [InlineData("explain?of=3", "figure_unknown", "of")]
    [InlineData("explain?of=instalmentInterest", "instalment_not_named", "instalment")]
    [InlineData("explain?of=instalmentInterest&instalment=7", "instalment_not_named", "instalment")]
    [InlineData("explain?of=payoff&on=1999-01-01", "day_not_told", "on")]
    [InlineData("as-of/2999-01-01", "day_not_told", "on")]
    public async Task LookingBack_WithoutAnAnswer_NamesTheField(string question, string code, string field)
    {
        var (borrower, loanId) = await running.App.BorrowAsync();

        var answer = await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/{question}");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code, field), (answer.Status, answer.Code, answer.Field));
    }

    [Fact]
    public async Task Explain_AnotherBorrowersLoan_IsNotFound()
    {
        var (_, loanId) = await running.App.BorrowAsync();
        var stranger = await running.App.OnboardAsync();

        Assert.Equal("loan_not_found", (await stranger.Api.GetAsync($"/api/v1/loans/{loanId}/explain?of=payoff")).Code);
    }
}
