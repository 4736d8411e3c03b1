using System.Net;
using Lending.Data;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>A line of credit over HTTP: opened by the signature, drawn from, billed, paid, closed.</summary>
[Collection(ApiCollection.Name)]
public sealed class LineTests(RunningApi running)
{
    private static readonly LoanProduct Flexi = new(
        "FLEXI", 1, "Flexi credit line", RepaymentPlan.CreditLine, Money.Inr(20_000_00), Money.Inr(3_00_000_00), 6, 24, 24m,
        [new FeeTerms("draw", "Draw fee", 1m, null, 18m) { When = FeeTime.EachDraw }], new PenaltyTerms(0.08m))
    {
        Line = new CreditLineTerms { DueDay = 5, DaysToDue = 4, MinimumPercent = 10m, DrawMin = Money.Inr(1_000_00), DrawsWithoutApproval = Money.Inr(15_000_00) },
    };

    private LendingApp App => running.App;

    [Fact]
    public async Task Line_FromApplicationToClosure_IsDrawnBilledAndRepaid()
    {
        var (borrower, loanId) = await OpenAsync();
        var path = $"/api/v1/loans/{loanId}/line";
        var opened = (await borrower.Api.GetAsync(path)).Ok();
        Assert.Equal((50_000_00, 50_000_00, 0), (opened.Minor("limit"), opened.Minor("available"), opened.Minor("minimumDue")));

        var body = new { amount = new { minor = 10_000_00, currency = "INR" } };
        var drawn = (await borrower.Api.PostAsync($"{path}/draws", body, "first-draw-1")).Created();
        Assert.Equal(("approved", 9_882_00, 40_000_00), (drawn.Text("draw.state"), drawn.Minor("draw.net"), drawn.Minor("line.available")));
        var again = (await borrower.Api.PostAsync($"{path}/draws", body, "first-draw-1")).Created();
        Assert.Equal(drawn.Text("draw.drawId"), again.Text("draw.drawId"));
        await PaidAsync(borrower, loanId, 10_000_00);
        Assert.Equal("paid", (await borrower.Api.GetAsync($"{path}/draws")).Ok().Body!["draws"]![0]!["state"]!.GetValue<string>());

        var statement = await BilledAsync(borrower, loanId);
        var asked = statement["minimumDue"]!["minor"]!.GetValue<long>();
        Assert.Equal(asked, (await borrower.Api.GetAsync(path)).Ok().Minor("minimumDue"));
        var one = (await borrower.Api.GetAsync($"{path}/statements/1")).Ok();
        Assert.Equal(one.Minor("closing"), one.Minor("opening") + one.Minor("drawn") + one.Minor("interest") + one.Minor("penalty") - one.Minor("paid") + one.Minor("adjusted"));
        var pdf = (await borrower.Api.GetAsync($"{path}/statements/1/pdf")).Ok();
        Assert.Equal("%PDF"u8.ToArray(), pdf.Bytes[..4]);
        Assert.Equal((HttpStatusCode.NotFound, "statement_not_found"), Of(await borrower.Api.GetAsync($"{path}/statements/9")));

        Assert.Equal((HttpStatusCode.Conflict, "line_owes"), Of(await borrower.Api.PostAsync($"{path}/closure", new { reason = "No longer needed" })));
        var payoff = (await borrower.LoanAsync(loanId)).Minor("figures.payoff");
        await borrower.PayAsync(loanId, payoff);
        Assert.Equal((50_000_00, 0), ((await borrower.Api.GetAsync(path)).Ok().Minor("available"), (await borrower.LoanAsync(loanId)).Minor("line.minimumDue")));
        (await borrower.Api.PostAsync($"{path}/closure", new { reason = "No longer needed" })).Ok();
        await borrower.StatusAsync(loanId, "COMPLETED");
        await Waiting.ForAsync(async () => (await borrower.LoanAsync(loanId)) is var loan && loan.Text("hasCertificate") == "true" ? loan : null, "the certificate");
    }

    [Fact]
    public async Task Draw_ThatDoesNotFit_IsRefusedByName()
    {
        var (borrower, loanId) = await OpenAsync();
        async Task<(HttpStatusCode, string?, string?)> TryAsync(object body)
        {
            var answer = await borrower.Api.PostAsync($"/api/v1/loans/{loanId}/line/draws", body);
            return (answer.Status, answer.Code, answer.Field);
        }

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "limit_exceeded", "amount"), await TryAsync(new { amount = new { minor = 50_000_01, currency = "INR" } }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "draw_too_small", "amount"), await TryAsync(new { amount = new { minor = 999_99, currency = "INR" } }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "currency_mismatch", "amount"), await TryAsync(new { amount = new { minor = 1_000_00, currency = "USD" } }));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "channel_unknown", "channel"), await TryAsync(new { amount = new { minor = 1_000_00, currency = "INR" }, channel = "CHEQUE" }));
        Assert.Equal((HttpStatusCode.BadRequest, "field_missing"), Of(await borrower.Api.PostAsync($"/api/v1/loans/{loanId}/line/draws", new { channel = "IMPS" })));
        var (other, _) = await App.BorrowAsync();
        Assert.Equal((HttpStatusCode.NotFound, "loan_not_found"), Of(await other.Api.GetAsync($"/api/v1/loans/{loanId}/line")));
    }

    [Fact]
    public async Task Line_OfALoanThatIsNone_IsRefusedByName()
    {
        var (borrower, loanId) = await App.BorrowAsync();

        Assert.Equal((HttpStatusCode.Conflict, "not_a_credit_line"), Of(await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/line")));
        Assert.Equal((HttpStatusCode.Conflict, "not_a_credit_line"),
            Of(await borrower.Api.PostAsync($"/api/v1/loans/{loanId}/line/draws", new { amount = new { minor = 1_000_00, currency = "INR" } })));
    }

    [Fact]
    public async Task Draw_AboveTheProductsSum_WaitsForStaffAndBlocksAndLimitsNeedTwoPeople()
    {
        var (borrower, loanId) = await OpenAsync();
        var maker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var checker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var big = (await borrower.Api.PostAsync($"/api/v1/loans/{loanId}/line/draws", new { amount = new { minor = 20_000_00, currency = "INR" } })).Created();
        Assert.Equal("requested", big.Text("draw.state"));
        (await maker.DoAsync(loanId, $"line/draws/{big.Text("draw.drawId")}/return", new { reason = "Call us first" })).Ok();

        var asked = (await maker.DoAsync(loanId, "line/draws", new { amount = new { minor = 5_000_00, currency = "INR" }, channel = "NEFT" })).Ok();
        var approval = new { net = new { minor = 4_941_00, currency = "INR" }, code = maker.Code() };
        Assert.Equal((HttpStatusCode.Forbidden, "second_person_needed"), Of(await maker.DoAsync(loanId, $"line/draws/{asked.Text("drawId")}/approval", approval)));
        (await checker.DoAsync(loanId, $"line/draws/{asked.Text("drawId")}/approval", new { approval.net, code = checker.Code() })).Ok();
        await PaidAsync(borrower, loanId, 5_000_00);

        var limit = new { kind = "limit", amount = new { minor = 80_000_00, currency = "INR" } };
        Assert.Equal(80_000_00, (await maker.DoAsync(loanId, "changes/preview", new { change = limit })).Ok().Minor("after.line.limit"));
        await ChangeAsync(maker, loanId, limit);
        Assert.Equal(75_000_00, (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/line")).Ok().Minor("available"));
        await ChangeAsync(maker, loanId, new { kind = "line_block", blockReason = "Phone not reachable" });
        Assert.Equal((HttpStatusCode.Conflict, "line_blocked"),
            Of(await borrower.Api.PostAsync($"/api/v1/loans/{loanId}/line/draws", new { amount = new { minor = 1_000_00, currency = "INR" } })));
        Assert.Equal("line_blocked", (await borrower.LoanAsync(loanId)).Text("line.noDraws"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "not_overridable"),
            Of(await maker.DoAsync(loanId, "changes", new { change = new { kind = "minimum_percent", minimumPercent = 20m }, note = "why" })));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "not_for_credit_line"),
            Of(await maker.DoAsync(loanId, "changes", new { change = new { kind = "extension", instalments = 2 }, note = "why" })));
        Assert.Equal(2, (await checker.Api.GetAsync($"/api/v1/staff/loans/{loanId}/line/draws")).Ok().Body!["draws"]!.AsArray().Count);
    }

    [Fact]
    public async Task Quote_OfALine_HasTheFiguresOfAFullDraw()
    {
        await App.Get<Products>().AddAsync("saffron", Flexi, default);
        var borrower = await App.OnboardAsync();
        var body = new { productCode = "FLEXI", amount = new { minor = 50_000_00, currency = "INR" }, tenure = 12 };

        var quote = (await borrower.Api.PostAsync("/api/v1/quotes/key-facts", body, "")).Ok();

        Assert.Equal("On demand, in draws up to the limit", quote.Text("disbursal"));
        Assert.Equal((590_00, 49_410_00), (quote.Minor("chargesTotal"), quote.Minor("net")));
        Assert.Equal(50_000_00, quote.Body!["schedule"]!.AsArray().Sum(row => row!["principal"]!["minor"]!.GetValue<long>()));
        Assert.True(decimal.Parse(quote.Text("aprPercent")!, System.Globalization.CultureInfo.InvariantCulture) > 24m);
    }

    private static (HttpStatusCode, string?) Of(Answer answer) => (answer.Status, answer.Code);

    /// <summary>Each change is approved by somebody new, so that nobody has to wait for the next code.</summary>
    private async Task ChangeAsync(Colleague maker, string loanId, object change)
    {
        var asked = (await maker.DoAsync(loanId, "changes", new { change, note = "Asked for by phone" })).Created();
        var checker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        (await checker.DoAsync(loanId, $"changes/{asked.Text("changeId")}/approve", new { code = checker.Code() })).Ok();
    }

    private async Task<(Borrower Borrower, string LoanId)> OpenAsync()
    {
        await App.Get<Products>().AddAsync("saffron", Flexi, default);
        var borrower = await App.OnboardAsync();
        var loanId = await borrower.ApplyAsync("FLEXI", 50_000_00, 12);
        await App.StaffOf("saffron").ApproveAsync(loanId);
        await borrower.SignAsync(loanId);
        await borrower.StatusAsync(loanId, "ACTIVE");
        return (borrower, loanId);
    }

    private static async Task PaidAsync(Borrower borrower, string loanId, long drawn) => await Waiting.ForAsync(
        async () => (await borrower.LoanAsync(loanId)) is var loan && loan.Minor("line.drawn") == drawn ? loan : null, $"{drawn} drawn from {loanId}");

    /// <summary>Lets the nights of this line alone go by until it has a statement, and answers with it.</summary>
    private async Task<System.Text.Json.Nodes.JsonNode> BilledAsync(Borrower borrower, string loanId)
    {
        for (var night = (await App.Get<Brands>().GetAsync("saffron", default)).BusinessDate; ; night = night.AddDays(1))
        {
            await App.StaffOf("saffron").SystemAsync(loanId, new CloseDay(night));
            var made = (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/line/statements")).Ok().Body!["statements"]!.AsArray();
            if (made.Count > 0) return made[0]!;
        }
    }
}
