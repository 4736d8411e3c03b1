using System.Net;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>What staff can ask about the numbers of one loan.</summary>
[Collection(ApiCollection.Name)]
public sealed class StaffHistoryTests(RunningApi running)
{
    [Fact]
    public async Task Explain_ByStaff_AddsUpToTheFigureTheBorrowerSees()
    {
        var (borrower, loanId) = await running.App.BorrowAsync();
        var payoff = (await borrower.LoanAsync(loanId)).Minor("figures.payoff");
        var reader = await Colleague.AtWorkAsync(running.App, StaffRole.CollectionExecutive);

        var explained = (await reader.Api.GetAsync($"/api/v1/staff/loans/{loanId}/explain?of=payoff")).Ok();

        Assert.Equal(payoff, explained.Minor("total"));
        Assert.Equal(payoff, explained.Body!["steps"]!.AsArray().Sum(step => step!["amount"]!["minor"]!.GetValue<long>()));
    }

    [Fact]
    public async Task Buckets_OfTheSetAskedFor_CountTheRunningLoan()
    {
        await running.App.BorrowAsync();
        var reader = await Colleague.AtWorkAsync(running.App, StaffRole.CollectionManager);

        var risk = (await reader.Api.GetAsync("/api/v1/staff/buckets?set=risk")).Ok();

        Assert.Equal(("risk", "A", "30"), (risk.Text("set"), risk.Text("buckets.0.bucket"), risk.Text("buckets.0.toDpd")));
        Assert.True(risk.Body!["buckets"]![0]!["loans"]!.GetValue<int>() >= 1);
        Assert.True(risk.Minor("buckets.0.principalOutstanding") >= 50_000_00);
        foreach (var wrong in new[] { "none", "1", "" })
            Assert.Equal("bucket_set_unknown", (await reader.Api.GetAsync($"/api/v1/staff/buckets?set={wrong}")).Code);
    }

    [Fact]
    public async Task Loans_OfABucket_AreThoseThatRunInItAndSaySo()
    {
        var (_, loanId) = await running.App.BorrowAsync();
        var reader = await Colleague.AtWorkAsync(running.App, StaffRole.CollectionManager);

        var healthy = (await reader.Api.GetAsync("/api/v1/staff/loans?bucket=healthy")).Ok();
        var wrong = await reader.Api.GetAsync("/api/v1/staff/loans?bucket=A");

        var loan = Assert.Single(healthy.Body!["loans"]!.AsArray(), each => each!["loanId"]!.GetValue<string>() == loanId);
        Assert.Equal("Healthy", loan!["bucket"]!.GetValue<string>());
        Assert.Equal("Healthy", (await reader.Api.GetAsync($"/api/v1/staff/loans/{loanId}")).Ok().Text("bucket"));
        Assert.Equal((HttpStatusCode.BadRequest, "bucket"), (wrong.Status, wrong.Field));
    }

    [Fact]
    public async Task AsOf_TheDayOfTheApplication_IsTheLoanAndADayBeforeIsRefused()
    {
        var (borrower, loanId) = await running.App.BorrowAsync();
        var today = (await borrower.LoanAsync(loanId)).Text("figures.asOf");
        var reader = await Colleague.AtWorkAsync(running.App, StaffRole.LoanOps);

        Assert.Equal("ACTIVE", (await reader.Api.GetAsync($"/api/v1/staff/loans/{loanId}/as-of/{today}")).Ok().Text("loan.status"));
        var before = await reader.Api.GetAsync($"/api/v1/staff/loans/{loanId}/as-of/1999-01-01");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "day_not_told", "on"), (before.Status, before.Code, before.Field));
        var unknown = await reader.Api.GetAsync($"/api/v1/staff/loans/{loanId}/as-of/{today}?knownOn=1999-01-01");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "day_not_told", "knownOn"), (unknown.Status, unknown.Code, unknown.Field));
    }

    [Fact]
    public async Task Schedules_OfALoanNobodyChanged_AreTheContractAlone()
    {
        var (_, loanId) = await running.App.BorrowAsync();
        var reader = await Colleague.AtWorkAsync(running.App, StaffRole.Admin);

        var schedules = (await reader.Api.GetAsync($"/api/v1/staff/loans/{loanId}/schedules")).Ok().Body!["schedules"]!.AsArray();

        var contract = Assert.Single(schedules)!;
        Assert.Equal("contract", contract["cause"]!.GetValue<string>());
        Assert.Null(contract["askedBy"]);
        Assert.Equal(50_000_00, contract["principal"]!["minor"]!.GetValue<long>());
        Assert.Equal(6, contract["instalments"]!.AsArray().Count);
    }
}
