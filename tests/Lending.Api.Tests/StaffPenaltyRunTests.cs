using System.Net;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>Runs of late charges over HTTP. What a run does is shown by the workers' own tests.</summary>
[Collection(ApiCollection.Name)]
public sealed class StaffPenaltyRunTests(RunningApi running)
{
    private const string Path = "/api/v1/staff/penalty-runs";

    [Fact]
    public async Task Run_WhereNoLoanIsLate_IsRefusedAndThePreviewSaysWhy()
    {
        await running.App.BorrowAsync();
        var person = await Colleague.AtWorkAsync(running.App, StaffRole.LoanOps);

        var preview = (await person.Api.GetAsync($"{Path}/preview")).Ok();
        var asked = await person.Api.PostAsync(Path, new { }, Key());

        Assert.Equal(("0", "0"), (preview.Text("loans"), preview.Text("setAside")));
        Assert.Equal((HttpStatusCode.Conflict, "nothing_to_charge"), (asked.Status, asked.Code));
        Assert.Empty((await person.Api.GetAsync(Path)).Ok().Body!["runs"]!.AsArray());
        Assert.Equal("penalty_run_not_found", (await person.Api.PostAsync($"{Path}/PR-0123456789ABCDEF/approve", new { code = person.Code() }, Key())).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await person.Api.PostAsync($"{Path}/PR-1/approve", new { code = "000000" }, Key())).Status);
        Assert.Equal("penalty_run_not_found", (await person.Api.PostAsync($"{Path}/PR-0123456789ABCDEF/reject", new { }, Key())).Code);
        Assert.Equal("penalty_run_not_found", (await person.Api.PostAsync($"{Path}/PR-0123456789ABCDEF/cancel", new { }, Key())).Code);
        Assert.Empty((await person.Api.GetAsync($"{Path}/PR-0123456789ABCDEF/charges")).Ok().Body!["charges"]!.AsArray());
        Assert.Empty((await person.Api.GetAsync($"{Path}/PR-0123456789ABCDEF/failures")).Ok().Body!["failures"]!.AsArray());
    }

    [Fact]
    public async Task Runs_ForSomebodyWithoutThePermission_StayClosed()
    {
        var credit = await Colleague.AtWorkAsync(running.App, StaffRole.CreditExecutive);

        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.GetAsync($"{Path}/preview")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync(Path, new { }, Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/PR-0123456789ABCDEF/approve", new { code = "000000" }, Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.GetAsync($"{Path}/PR-0123456789ABCDEF/charges")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/PR-0123456789ABCDEF/cancel", new { }, Key())).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await credit.Api.PostAsync($"{Path}/PR-0123456789ABCDEF/reject", new { }, Key())).Status);
    }

    private static string Key() => $"runs-{Guid.CreateVersion7():N}";
}
