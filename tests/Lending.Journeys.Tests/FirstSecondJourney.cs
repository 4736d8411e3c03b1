using System.Net.Http.Json;

namespace Lending.Journeys.Tests;

/// <summary>What somebody quick types and presses in the first second of a page.</summary>
[Collection(LendingCollection.Name)]
public sealed class FirstSecondJourney(RunningLending lending)
{
    [BrowserFact]
    public Task Page_BeforeItsCircuitAnswers_HasNoFieldThatCouldLoseWhatIsTyped() => lending.PlayAsync("first-second", async stage =>
    {
        var (_, loanId) = await lending.App.BorrowAsync("saffron", "EMI", 40_000_00, 6);
        var kavya = await stage.SignInAsync("kavya@saffron.test");
        var page = kavya.Page;
        var release = new TaskCompletionSource();
        await page.RouteAsync("**/_framework/blazor.web*", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });

        await page.GotoAsync(new Uri(lending.Portal, $"/loans/{loanId}/record-payment").AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator(".drawing")).ToBeVisibleAsync();
        await Expect(page.Locator("input, textarea, fluent-button, a")).ToHaveCountAsync(0);
        release.SetResult();

        // No wait for anything but the field itself: once it is there, it works.
        await page.GetByLabel("Amount received").FillAsync("5000");
        await Expect(page.Locator("#record-payment")).ToContainTextAsync("5,000.00");
        await Expect(page.Locator(".drawing")).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Amount received")).ToHaveValueAsync("5000");
    });

    [BrowserFact]
    public Task Keys_PressedBeforeTheCircuitAnswers_AreFollowedAfterwards() => lending.PlayAsync("first-keys", async stage =>
    {
        var deepa = await stage.SignInAsync("deepa@saffron.test");
        var page = deepa.Page;
        var release = new TaskCompletionSource();
        await page.RouteAsync("**/_framework/blazor.web*", async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });

        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator(".drawing")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => globalThis.portal !== undefined");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("l");
        release.SetResult();

        await Expect(page).ToHaveURLAsync(new Uri(lending.Portal, "/loans").AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Loans" })).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task Phone_MessageThatComesBeforeThePageListens_IsShown() => lending.PlayAsync("first-message", async stage =>
    {
        var phone = await stage.OpenAsync();
        await phone.RouteAsync("**/api/changes", async route =>
        {
            using var answer = await lending.App.Sandbox.PostAsJsonAsync("/messages", new
            {
                messageId = $"{Guid.CreateVersion7():N}", channel = "sms", to = "+919800000123", sender = "TEST", subject = (string?)null, text = "Came too early.",
            });
            answer.EnsureSuccessStatusCode();
            await route.ContinueAsync();
        });

        await phone.GotoAsync(new Uri(lending.Sandbox, "/phone?to=%2B919800000123").AbsoluteUri);

        await Expect(phone.Locator(".phone li")).ToContainTextAsync("Came too early.");
    });
}
