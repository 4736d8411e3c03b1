using Lending.Providers.Calls;
using Lending.Providers.Messages;
using Lending.Providers.Tests.Rig;

namespace Lending.Providers.Tests;

public sealed class MessageTests
{
    [Fact]
    public async Task Send_Repeated_ArrivesOnce()
    {
        await using var rig = await SandboxRig.StartAsync();
        var messages = rig.Provider<MessageProvider>();

        var first = await messages.SendAsync(A.Message());
        var again = await messages.SendAsync(A.Message());
        var other = await messages.SendAsync(A.Message(text: "Something else."));

        Assert.Equal(first.Value, again.Value);
        Assert.Equal(ProviderRefusal.ReferenceReused, other.Refusal!.Code);
        Assert.Equal(["Your loan is paid out."], await rig.PhoneAsync(A.Mobile));
    }

    [Fact]
    public async Task Send_OnEachChannel_ShowsOnThePhonePage()
    {
        await using var rig = await SandboxRig.StartAsync();
        var messages = rig.Provider<MessageProvider>();

        await messages.SendAsync(A.Message("M1", "First <b>bold</b>"));
        await messages.SendAsync(A.Message("M2", "Second") with { Channel = MessageChannel.WhatsApp });
        await messages.SendAsync(A.Message("M3", "Third", "farhan@example.com") with { Channel = MessageChannel.Email, Subject = "Paid out" });

        Assert.Equal(["Second", "First <b>bold</b>"], await rig.PhoneAsync(A.Mobile));
        var page = await rig.PageAsync($"phone?to={Uri.EscapeDataString(A.Mobile)}");
        Assert.Contains("First &lt;b&gt;bold&lt;/b&gt;", page);
        Assert.Contains("farhan@example.com", page);
    }

    [Theory]
    [InlineData("+919812300000", "recipient_unreachable")]
    [InlineData("9812345678", "invalid_recipient")]
    public async Task Send_ToNobody_IsRefused(string to, string code)
    {
        await using var rig = await SandboxRig.StartAsync();

        Assert.Equal(code, (await rig.Provider<MessageProvider>().SendAsync(A.Message(to: to))).Refusal!.Code);
    }

    [Fact]
    public async Task Restart_KeepsWhatArrived()
    {
        await using var rig = await SandboxRig.StartAsync();
        await rig.Provider<MessageProvider>().SendAsync(A.Message());

        await rig.RestartSandboxAsync();

        await rig.Provider<MessageProvider>().SendAsync(A.Message());
        Assert.Equal(["Your loan is paid out."], await rig.PhoneAsync(A.Mobile));
    }
}
