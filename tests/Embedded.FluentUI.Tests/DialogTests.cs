using Microsoft.Extensions.DependencyInjection;

namespace Embedded.FluentUI.Tests;

public sealed class DialogTests : FluentContext
{
    [Fact]
    public async Task Confirmation_Accepted_IsNotCancelled()
    {
        var providers = Render<FluentProviders>();
        var answer = await AskAsync(providers);

        providers.Find("fluent-button[appearance=primary]").Click();

        Assert.False((await answer).Cancelled);
        providers.WaitForAssertion(() => Assert.Empty(providers.FindAll("fluent-dialog")));
    }

    [Fact]
    public async Task Confirmation_Refused_IsCancelled()
    {
        var providers = Render<FluentProviders>();
        var answer = await AskAsync(providers);

        providers.FindAll("fluent-button")[1].Click();

        Assert.True((await answer).Cancelled);
    }

    [Fact]
    public async Task Dialog_ClosedByEscape_IsCancelled()
    {
        var providers = Render<FluentProviders>();
        var answer = await AskAsync(providers);

        providers.Find("fluent-dialog").TriggerEvent("onfluenttoggle", new FluentChangeEventArgs { NewState = "closed" });

        Assert.True((await answer).Cancelled);
    }

    // The inner task is the person's answer, which comes later.
    private async Task<Task<DialogResult>> AskAsync(IRenderedComponent<FluentProviders> providers)
    {
        var dialogs = Services.GetRequiredService<IDialogService>();
        var answer = Task.FromResult(DialogResult.Cancel());
        await providers.InvokeAsync(() => { answer = dialogs.ShowConfirmationAsync("Leave?", "Leave this page?", "Leave", "Stay"); });
        return answer;
    }
}
