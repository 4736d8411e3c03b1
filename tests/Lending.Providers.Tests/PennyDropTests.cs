using Lending.Providers.BankAccounts;
using Lending.Providers.Calls;
using Lending.Providers.Tests.Rig;

namespace Lending.Providers.Tests;

public sealed class PennyDropTests
{
    [Theory]
    [InlineData("123456789012", PennyDropOutcome.Valid, true)]
    [InlineData("123456780001", PennyDropOutcome.AccountNotFound, false)]
    [InlineData("123456780002", PennyDropOutcome.Valid, false)]
    [InlineData("123456780003", PennyDropOutcome.AccountClosed, false)]
    [InlineData("123456780004", PennyDropOutcome.BankOffline, false)]
    public async Task PennyDrop_ByAccount_SaysWhoseItIs(string account, PennyDropOutcome outcome, bool matches)
    {
        await using var rig = await SandboxRig.StartAsync();

        var drop = (await rig.Provider<BankAccountProvider>().PennyDropAsync(A.PennyDrop(account))).Value!;

        Assert.Equal((outcome, matches), (drop.Outcome, drop.NameMatches));
        Assert.Equal(outcome is PennyDropOutcome.Valid, drop.NameAtBank is not null && drop.Utr is not null);
        Assert.Equal(matches, drop.NameMatchPercent == 100);
    }

    [Fact]
    public async Task PennyDrop_Repeated_SendsOneRupee()
    {
        await using var rig = await SandboxRig.StartAsync();
        var banks = rig.Provider<BankAccountProvider>();

        var first = await banks.PennyDropAsync(A.PennyDrop());
        var again = await banks.PennyDropAsync(A.PennyDrop());
        var other = await banks.PennyDropAsync(A.PennyDrop("123456789013"));

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(ProviderRefusal.ReferenceReused, other.Refusal!.Code);
    }

    [Fact]
    public async Task PennyDrop_ToAWrongIfsc_IsRefused()
    {
        await using var rig = await SandboxRig.StartAsync();

        var answer = await rig.Provider<BankAccountProvider>().PennyDropAsync(A.PennyDrop() with { Ifsc = "HDFC" });

        Assert.Equal("invalid_ifsc", answer.Refusal!.Code);
    }
}
