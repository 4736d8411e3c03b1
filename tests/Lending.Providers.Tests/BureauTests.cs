using Lending.Providers.Bureau;
using Lending.Providers.Calls;
using Lending.Providers.Tests.Rig;

namespace Lending.Providers.Tests;

public sealed class BureauTests
{
    [Fact]
    public async Task Pull_TwiceForOnePan_IsTheSamePerson()
    {
        await using var rig = await SandboxRig.StartAsync();
        var bureau = rig.Provider<BureauProvider>();

        var first = (await bureau.PullAsync(A.Bureau())).Value!;
        var second = (await bureau.PullAsync(A.Bureau(reference: "CIR-2"))).Value!;

        Assert.Equal((first.Score, first.Loans.Length), (second.Score, second.Loans.Length));
        Assert.InRange(first.Score!.Value, 690, 849);
        Assert.Equal(0, first.WorstDaysPastDue);
    }

    [Fact]
    public async Task Pull_OfAPersonWhoPaidLate_ShowsScoreAndDays()
    {
        await using var rig = await SandboxRig.StartAsync();

        var report = (await rig.Provider<BureauProvider>().PullAsync(A.Bureau("ABCPE5555F"))).Value!;

        Assert.Equal((BureauOutcome.Found, 540, 75), (report.Outcome, report.Score, report.WorstDaysPastDue));
        Assert.Equal([75, 45, 30], report.Loans[0].DaysPastDueByMonth.Take(3));
    }

    [Fact]
    public async Task Pull_OfAPersonNewToCredit_HasNoScore()
    {
        await using var rig = await SandboxRig.StartAsync();

        var report = (await rig.Provider<BureauProvider>().PullAsync(A.Bureau("ABCPE6666F"))).Value!;

        Assert.Equal((BureauOutcome.NoRecord, null), (report.Outcome, report.Score));
        Assert.Empty(report.Loans);
    }

    [Fact]
    public async Task Pull_OfAnotherPersonUnderTheReference_IsRefused()
    {
        await using var rig = await SandboxRig.StartAsync();
        var bureau = rig.Provider<BureauProvider>();
        await bureau.PullAsync(A.Bureau());

        Assert.Equal(ProviderRefusal.ReferenceReused, (await bureau.PullAsync(A.Bureau("ABCPE9876F"))).Refusal!.Code);
    }
}
