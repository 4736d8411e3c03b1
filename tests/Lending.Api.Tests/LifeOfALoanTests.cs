using System.Net;
using Lending.Flows;

namespace Lending.Api.Tests;

[Collection(ApiCollection.Name)]
public sealed class LifeOfALoanTests(RunningApi running)
{
    [Fact]
    public async Task Borrow_FromSignUpToClosure_EndsWithNothingOwedAndACertificate()
    {
        var (borrower, loanId) = await running.App.BorrowAsync();
        var loan = await borrower.LoanAsync(loanId);
        Assert.Equal(50_000_00, loan.Minor("figures.principalOutstanding"));
        Assert.Equal("₹ 50,000.00", loan.Text("figures.principalOutstanding.text"));

        var paid = await borrower.PayAsync(loanId, loan.Minor("figures.payoff"));

        Assert.Equal("received", paid.Body!["payments"]![0]!["state"]!.GetValue<string>());
        var receipt = await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/payments/{paid.Body!["payments"]![0]!["paymentId"]!.GetValue<string>()}/receipt");
        Assert.Equal((HttpStatusCode.OK, "%PDF"), (receipt.Status, System.Text.Encoding.ASCII.GetString(receipt.Bytes[..4])));
        Assert.Equal(HttpStatusCode.NotFound, (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/payments/never/receipt")).Status);
        var completed = await borrower.StatusAsync(loanId, "COMPLETED");
        Assert.Equal(0, completed.Minor("figures.payoff"));
        var certificate = await Waiting.ForAsync(
            async () => await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/certificate") is { Status: HttpStatusCode.OK } pdf ? pdf : null, "the certificate");
        Assert.Equal("application/pdf", certificate.Headers["Content-Type"]);
        Assert.StartsWith("attachment", certificate.Headers["Content-Disposition"]);
        Assert.Equal("%PDF"u8.ToArray(), certificate.Bytes[..4]);
    }

    [Fact]
    public async Task Ledger_OfAPaidOutLoan_AddsUpToWhatIsOwed()
    {
        var (borrower, loanId) = await running.App.BorrowAsync();
        await borrower.PayAsync(loanId, 10_000_00);

        var first = (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/ledger?limit=1")).Ok();
        var rest = (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/ledger?after={first.Text("next")}")).Ok();

        Assert.Equal(50_000_00, first.Body!["lines"]![0]!["balance"]!["minor"]!.GetValue<long>());
        Assert.Equal(40_000_00, rest.Body!["lines"]!.AsArray()[^1]!["balance"]!["minor"]!.GetValue<long>());
        Assert.Null(rest.Text("next"));
        Assert.Equal(40_000_00, (await borrower.LoanAsync(loanId)).Minor("figures.payoff"));
        Assert.Equal(6, (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/schedule")).Ok().Body!["instalments"]!.AsArray().Count);
    }
}
