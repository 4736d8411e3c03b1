using System.Net;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>Changes of running loans over HTTP: looked at, asked for by one, made or turned down by another.</summary>
[Collection(ApiCollection.Name)]
public sealed class ChangeTests(RunningApi running)
{
    private LendingApp App => running.App;

    [Fact]
    public async Task Rate_AskedForAndApprovedByAnother_RevisesTheScheduleAndKeepsTheContract()
    {
        var (borrower, loanId) = await App.BorrowAsync();
        var maker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var checker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var change = new { kind = "rate", ratePercent = 12m };

        var preview = (await maker.DoAsync(loanId, "changes/preview", new { change })).Ok();
        Assert.True(preview.Minor("after.instalment") < preview.Minor("before.instalment"));
        Assert.Equal(preview.Minor("before.principalOutstanding"), preview.Minor("after.principalOutstanding"));
        Assert.Equal(6, preview.Body!["after"]!["schedule"]!.AsArray().Count);

        var asked = (await maker.DoAsync(loanId, "changes", new { change, note = "Promised for paying on time" })).Created();
        var changeId = asked.Text("changeId")!;
        AssertProblem(await maker.DoAsync(loanId, $"changes/{changeId}/approve", new { code = maker.Code() }), HttpStatusCode.Forbidden, "second_person_needed");
        AssertProblem(await checker.DoAsync(loanId, $"changes/{changeId}/approve", new { code = checker.Code(-10) }), HttpStatusCode.UnprocessableEntity, "code_wrong");
        AssertProblem(await maker.DoAsync(loanId, "changes", new { change = new { kind = "dispute" }, note = "another" }), HttpStatusCode.Conflict, "change_waiting");
        (await checker.DoAsync(loanId, $"changes/{changeId}/approve", new { code = checker.Code() })).Ok();

        var schedules = (await checker.Api.GetAsync($"/api/v1/staff/loans/{loanId}/schedules")).Ok().Body!["schedules"]!.AsArray();
        Assert.Equal(["contract", "rate"], schedules.Select(schedule => schedule!["cause"]!.GetValue<string>()));
        Assert.Equal((maker.Member.Name, checker.Member.Name, "Promised for paying on time"),
            (schedules[1]!["askedBy"]!.GetValue<string>(), schedules[1]!["by"]!.GetValue<string>(), schedules[1]!["note"]!.GetValue<string>()));
        Assert.Equal(preview.Minor("after.instalment"), schedules[1]!["instalments"]![0]!["total"]!["minor"]!.GetValue<long>());
        var shown = (await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/schedule")).Ok();
        Assert.Equal(preview.Minor("after.instalment"), shown.Body!["instalments"]![0]!["outstanding"]!["minor"]!.GetValue<long>());
    }

    [Fact]
    public async Task Freeze_ThenTurnedDownRelease_LeavesTheLoanFrozenAndTheBorrowerKnowsIt()
    {
        var (borrower, loanId) = await App.BorrowAsync();
        var maker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var checker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        async Task<string> AskAsync(string kind) => (await maker.DoAsync(loanId, "changes", new { change = new { kind }, note = "why" })).Created().Text("changeId")!;

        (await checker.DoAsync(loanId, $"changes/{await AskAsync("freeze")}/approve", new { code = checker.Code() })).Ok();
        (await checker.DoAsync(loanId, $"changes/{await AskAsync("hold_release")}/reject", new { reason = "The court has not decided" })).Ok();

        var loan = await borrower.LoanAsync(loanId);
        Assert.Equal(("FROZEN", "frozen", null), (loan.Text("status"), loan.Text("hold.kind"), loan.Text("hold.until")));
    }

    [Theory]
    [InlineData("""{"kind":"rate"}""", 422, "input_missing", "ratePercent")]
    [InlineData("""{"kind":"rate","ratePercent":12,"instalments":2}""", 422, "input_not_used", "instalments")]
    [InlineData("""{"kind":"penalty_waiver","amount":{"minor":100,"currency":"USD"}}""", 422, "currency_mismatch", "amount")]
    [InlineData("""{"kind":"advance_refund","amount":{"minor":100,"currency":"INR"},"reference":"UTR 1"}""", 422, "change_field_invalid", "change.amount")]
    [InlineData("""{"kind":"refund_return","amount":{"minor":100,"currency":"INR"},"reference":"UTR 1"}""", 422, "refund_not_booked", "change.reference")]
    [InlineData("""{"kind":"re_amortisation"}""", 409, "nothing_overdue", null)]
    [InlineData("""{"kind":"hold_release"}""", 409, "hold_stands", null)]
    [InlineData("""{"kind":"payment_reversal","paymentId":"pay_1","cause":"bounced"}""", 422, "payment_not_booked", "change.paymentId")]
    [InlineData("""{"kind":"make_it_cheap"}""", 400, "field_invalid", "change.kind")]
    [InlineData("""{"ratePercent":12}""", 400, "field_missing", "change.kind")]
    [InlineData("""{"kind":"rate","ratePercent":12,"because":"x"}""", 400, "field_unknown", "change.because")]
    public async Task Change_ThatDoesNotFit_IsRefusedWithItsField(string change, int status, string code, string? field)
    {
        var loanId = (await App.BorrowAsync()).LoanId;
        var maker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var body = System.Text.Json.Nodes.JsonNode.Parse(change);

        foreach (var answer in new[]
        {
            await maker.DoAsync(loanId, "changes/preview", new { change = body }), await maker.DoAsync(loanId, "changes", new { change = body, note = "why" }),
        })
            Assert.Equal(((HttpStatusCode)status, code, field), (answer.Status, answer.Code, answer.Field));
    }

    [Fact]
    public async Task Propose_AgainWithTheSameKey_IsTheSameChange()
    {
        var loanId = (await App.BorrowAsync()).LoanId;
        var maker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var body = new { change = new { kind = "dispute" }, note = "The borrower says it is not theirs" };

        var first = (await maker.Api.PostAsync($"/api/v1/staff/loans/{loanId}/changes", body, "dispute-0001")).Created();
        var again = (await maker.Api.PostAsync($"/api/v1/staff/loans/{loanId}/changes", body, "dispute-0001")).Created();

        Assert.Equal(first.Text("changeId"), again.Text("changeId"));
    }

    private static void AssertProblem(Answer answer, HttpStatusCode status, string code) => Assert.Equal((status, code), (answer.Status, answer.Code));
}
