using System.Net;
using System.Text;
using Lending.Flows;

namespace Lending.Api.Tests;

[Collection(ApiCollection.Name)]
public sealed class KeyFactsTests(RunningApi running)
{
    private static readonly object Offer = new { productCode = "EMI", amount = new { minor = 50_000_00, currency = "INR" }, tenure = 6 };

    [Fact]
    public async Task KeyFacts_OfAnOffer_SayWhatTheQuoteSays()
    {
        var borrower = await running.App.OnboardAsync();

        var facts = (await borrower.Api.PostAsync("/api/v1/quotes/key-facts", Offer, "")).Ok();
        var quote = (await borrower.Api.PostAsync("/api/v1/quotes", Offer, "")).Ok();

        Assert.Equal(quote.Text("aprPercent"), facts.Text("aprPercent"));
        Assert.Equal(quote.Minor("net"), facts.Minor("net"));
        Assert.Equal(facts.Minor("cost"), facts.Minor("interestTotal") + facts.Minor("chargesTotal"));
        Assert.Equal(50_000_00, facts.Body!["schedule"]![0]!["outstanding"]!["minor"]!.GetValue<long>());
        Assert.Equal(6, facts.Body!["schedule"]!.AsArray().Count);
    }

    [Fact]
    public async Task KeyFactsPdf_OfAnOffer_IsAPdf()
    {
        var borrower = await running.App.OnboardAsync();

        var pdf = (await borrower.Api.PostAsync("/api/v1/quotes/key-facts.pdf", Offer, "")).Ok();

        Assert.Equal("application/pdf", pdf.Headers["Content-Type"]);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf.Bytes, 0, 8), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyFacts_OfAnUnknownProduct_AreRefused()
    {
        var borrower = await running.App.OnboardAsync();

        var answer = await borrower.Api.PostAsync(
            "/api/v1/quotes/key-facts", new { productCode = "GOLD", amount = new { minor = 50_000_00, currency = "INR" }, tenure = 6 }, "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal("product_not_found", answer.Code);
    }
}
