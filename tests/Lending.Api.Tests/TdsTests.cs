using System.Net;
using System.Text.Json.Nodes;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>TDS that the borrower withholds of a fee, from the product to the books: 2 % of 20,000.00 is 400.00, with 72.00 of GST and 40.00 of TDS.</summary>
[Collection(ApiCollection.Name)]
public sealed class TdsTests(RunningApi running)
{
    private const string Path = "/api/v1/staff/products";

    private LendingApp App => running.App;

    [Fact]
    public async Task Loan_OfAProductWithTds_IsPaidOutWithItAndBooksTheCredit()
    {
        var (maker, checker) = (await Colleague.AtWorkAsync(App, StaffRole.Admin), await Colleague.AtWorkAsync(App, StaffRole.Admin));
        var code = CodeOf("TDS");
        var added = (await maker.Api.PostAsync(Path, Settings(code, booked: true), Key())).Created();
        Assert.Equal(("10", "true"), (added.Text("settings.fees.0.tdsPercent"), added.Text("settings.fees.0.tdsBooked")));
        Assert.Equal("1", (await maker.Api.PostAsync($"{Path}/{code}/versions", added.At("settings")!.DeepClone(), Key())).Created().Text("version"));
        (await checker.Api.PostAsync($"{Path}/{code}/versions/1/activate", new { }, Key())).Ok();

        var borrower = await App.OnboardAsync();
        object offer = new { productCode = code, amount = new { minor = 20_000_00, currency = "INR" }, tenure = 6 };
        foreach (var path in new[] { "/api/v1/quotes", "/api/v1/quotes/key-facts" })
        {
            var quote = (await borrower.Api.PostAsync(path, offer, "")).Ok();
            Assert.Equal((472_00, 19_568_00, 40_00), (quote.Minor("chargesTotal"), quote.Minor("net"), quote.Minor("tdsBooked")));
            Assert.Equal((400_00, 72_00, 472_00, 40_00, 40_00),
                (quote.Minor("charges.0.fee"), quote.Minor("charges.0.tax"), quote.Minor("charges.0.total"), quote.Minor("charges.0.withheld"), quote.Minor("charges.0.tdsBooked")));
        }

        var pdf = (await borrower.Api.PostAsync("/api/v1/quotes/key-facts.pdf", offer, "")).Ok();
        Assert.Equal("%PDF"u8.ToArray(), pdf.Bytes[..4]);

        var loanId = await borrower.ApplyAsync(code, 20_000_00, 6);
        var staff = App.StaffOf("saffron");
        await staff.ApproveAsync(loanId);
        await borrower.SignAsync(loanId);
        await staff.DisburseAsync(loanId);
        await borrower.StatusAsync(loanId, "ACTIVE");

        var loan = await borrower.LoanAsync(loanId);
        Assert.Equal((19_568_00, 40_00, 20_000_00), (loan.Minor("net"), loan.Minor("charges.0.tdsBooked"), loan.Minor("figures.principalOutstanding")));
        foreach (var (account, balance) in new[] { ("1101", 20_000_00L), ("1010", -19_568_00L), ("1201", 40_00L), ("4101", -400_00L), ("2301", -72_00L) })
            Assert.Equal((account, balance), (account, await PostedAsync(maker, loanId, account)));
        var books = (await maker.Api.GetAsync("/api/v1/staff/trial-balance")).Ok().Body!;
        Assert.Contains(books["accounts"]!.AsArray(), line => line!["account"]!.GetValue<string>() == "1201" && line["name"]!.GetValue<string>() == "TDS receivable");
        Assert.All(books["totals"]!.AsArray(), total => Assert.True(total!["isBalanced"]!.GetValue<bool>()));
        var chart = (await maker.Api.GetAsync("/api/v1/staff/chart-of-accounts")).Ok().Body!["accounts"]!.AsArray();
        Assert.Equal("tds_receivable", chart.Single(account => account!["number"]!.GetValue<string>() == "1201")!["purpose"]!.GetValue<string>());
    }

    [Fact]
    public async Task Preview_OfTdsSettledOutsideTheLoan_StatesItAndTakesTheWholeFee()
    {
        var maker = await Colleague.AtWorkAsync(App, StaffRole.Admin);

        var quote = (await maker.Api.PostAsync($"{Path}/preview", new { settings = Settings("OUTSIDE", booked: false), amount = new { minor = 20_000_00, currency = "INR" }, tenure = 6 }, "")).Ok();

        Assert.Equal((19_528_00, 40_00), (quote.Minor("quote.net"), quote.Minor("quote.charges.0.withheld")));
        Assert.Null(quote.At("quote.tdsBooked"));
        Assert.Null(quote.At("quote.charges.0.tdsBooked"));
    }

    [Fact]
    public async Task Add_TdsBookedOfAFeeWithInstalments_IsRefusedAtTheField()
    {
        var maker = await Colleague.AtWorkAsync(App, StaffRole.Admin);
        var settings = Settings(CodeOf("LATER"), booked: true);
        settings["fees"]![0]!["when"] = "each_instalment";

        var answer = await maker.Api.PostAsync(Path, settings, Key());

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "product_invalid"), (answer.Status, answer.Code));
        Assert.Equal("fees[0].tdsBooked", Assert.Single(answer.Body!["errors"]!.AsObject()).Key);
    }

    /// <summary>What one loan has posted to an account, debit less credit.</summary>
    private static async Task<long> PostedAsync(Colleague admin, string loanId, string account)
    {
        string? after = null;
        do
        {
            var page = (await admin.Api.GetAsync($"/api/v1/staff/trial-balance/{account}/loans?limit=500{(after is null ? "" : $"&after={after}")}")).Ok().Body!;
            if (page["loans"]!.AsArray().FirstOrDefault(line => line!["loanId"]!.GetValue<string>() == loanId) is { } found) return found["balance"]!["minor"]!.GetValue<long>();
            after = page["next"]?.GetValue<string>();
        }
        while (after is not null);

        return 0;
    }

    private static JsonObject Settings(string code, bool booked)
    {
        var settings = JsonNode.Parse(
            """
            {"name":"With TDS","plan":"emi","amountMin":{"minor":1500000,"currency":"INR"},"amountMax":{"minor":50000000,"currency":"INR"},
             "tenureMin":3,"tenureMax":24,"ratePercent":12,"penalty":{"dailyPercent":0.1},"instalments":{"unit":"months"},
             "fees":[{"code":"processing","name":"Processing fee","percent":2,"gstPercent":18,"tdsPercent":10}]}
            """)!.AsObject();
        settings["code"] = code;
        settings["fees"]![0]!["tdsBooked"] = booked;
        return settings;
    }

    private static string CodeOf(string start) => $"{start}-{Guid.CreateVersion7():N}"[..30].ToUpperInvariant();

    private static string Key() => $"tds-{Guid.CreateVersion7():N}";
}
