using System.Text.Json.Nodes;
using Lending.Data;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>The order of payment of a product, from its settings to what a payment pays: 60,000.00 at 36.5 % in six instalments of three days each.</summary>
[Collection(ApiCollection.Name)]
public sealed class PaymentOrderTests(RunningApi running)
{
    private const string Path = "/api/v1/staff/products";

    private LendingApp App => running.App;

    [Fact]
    public async Task Payment_OfALoanWithAnOrderStepByStep_IsSplitByItAndPaysTheLastInstalmentsFirst()
    {
        var (maker, checker) = (await Colleague.AtWorkAsync(App, StaffRole.Admin), await Colleague.AtWorkAsync(App, StaffRole.Admin));
        var code = $"ORDER-{Guid.CreateVersion7():N}"[..30].ToUpperInvariant();
        var added = (await maker.Api.PostAsync(Path, Settings(code), $"order-{code}")).Created();
        Assert.Equal(("pay_last_instalments", "due", "principal"), (added.Text("settings.excess"), added.Text("settings.waterfall.steps.0.when"), added.Text("settings.waterfall.steps.0.what")));
        (await checker.Api.PostAsync($"{Path}/{code}/versions/1/activate", new { }, $"order-{code}")).Ok();
        var borrower = await App.OnboardAsync();
        var loanId = await borrower.ApplyAsync(code, 60_000_00, 6);
        await App.StaffOf("saffron").ApproveAsync(loanId);
        await borrower.SignAsync(loanId);
        await App.StaffOf("saffron").DisburseAsync(loanId);
        await borrower.StatusAsync(loanId, "ACTIVE");
        var contracted = await RowsAsync(borrower, loanId);

        // Six nights, or seven where a Sunday is in the way: the first instalment is late, the second is to be paid. Principal of today's comes first, then its interest, then
        // all that is late.
        var today = await PayByAsync(borrower, loanId, row: 1);
        for (var night = (await App.Get<Brands>().GetAsync("saffron", default)).BusinessDate; night < today; night = night.AddDays(1))
            await App.StaffOf("saffron").SystemAsync(loanId, new CloseDay(night));
        await PayAsync(loanId, contracted[1].Principal + 1_00);

        var paid = await LedgerAsync(borrower, loanId);
        Assert.Equal((contracted[1].Principal, 1_00L), (paid.Principal, paid.Interest));
        Assert.Equal(contracted[0].Outstanding, (await RowsAsync(borrower, loanId))[0].Outstanding);

        // Everything due, and 5,000.00 more: of the last instalment.
        var due = (await borrower.LoanAsync(loanId)).Minor("figures.dueNow");
        await PayAsync(loanId, due + 5_000_00);

        var rows = await RowsAsync(borrower, loanId);
        Assert.Equal((0L, 0L), (rows[0].Outstanding, rows[1].Outstanding));
        Assert.Equal(contracted[5].Principal - 5_000_00, rows[5].Principal);
        Assert.Equal((contracted[3].Principal, contracted[4].Principal), (rows[3].Principal, rows[4].Principal));
        Assert.True(rows[4].Interest < contracted[4].Interest);
    }

    /// <summary>Money of the loan's own day, which is ahead of the clock here; what comes by a link counts from the day of the clock.</summary>
    private Task PayAsync(string loanId, long minor)
    {
        var id = $"pay_{Guid.CreateVersion7():N}";
        return App.StaffOf("saffron").SystemAsync(loanId, new ReceivePayment(id, Money.Inr(minor), "UPI", id));
    }

    /// <summary>What the last payment paid.</summary>
    private static async Task<(long Principal, long Interest)> LedgerAsync(Borrower borrower, string loanId)
    {
        var payment = (await borrower.PaymentsAsync(loanId)).At("payments")!.AsArray()[0]!;
        return (payment["principal"]!["minor"]!.GetValue<long>(), payment["interest"]!["minor"]!.GetValue<long>());
    }

    private static async Task<(long Principal, long Interest, long Outstanding)[]> RowsAsync(Borrower borrower, string loanId) =>
    [
        .. (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/schedule")).Ok().At("instalments")!.AsArray()
            .Select(row => (Minor(row!, "principal"), Minor(row!, "interest"), Minor(row!, "outstanding"))),
    ];

    private static async Task<DateOnly> PayByAsync(Borrower borrower, string loanId, int row) => DateOnly.ParseExact(
        (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/schedule")).Ok().Text($"instalments.{row}.payBy")!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static long Minor(JsonNode row, string name) => row[name]!["minor"]!.GetValue<long>();

    private static JsonObject Settings(string code)
    {
        var settings = JsonNode.Parse(
            """
            {"name":"By steps","plan":"emi","amountMin":{"minor":1500000,"currency":"INR"},"amountMax":{"minor":50000000,"currency":"INR"},
             "tenureMin":3,"tenureMax":24,"ratePercent":36.5,"fees":[],"penalty":{"dailyPercent":0},"excess":"pay_last_instalments",
             "instalments":{"unit":"days","every":3,"tenureUnit":"instalments","interest":"daily","daysInYear":"days365"}}
            """)!.AsObject();
        string[] kinds = ["principal", "interest", "fee", "penalty"];
        settings["code"] = code;
        settings["waterfall"] = new JsonObject
        {
            ["direction"] = "horizontal",
            ["steps"] = new JsonArray([.. from when in new[] { "due", "past_due", "in_advance" } from what in kinds select new JsonObject { ["when"] = when, ["what"] = what }]),
        };
        return settings;
    }
}
