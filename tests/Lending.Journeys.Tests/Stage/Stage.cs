using System.Text;

namespace Lending.Journeys.Tests;

/// <summary>One journey's people, each with a browser context of their own.</summary>
public sealed class Stage(RunningLending lending, IBrowser browser, string name) : IAsyncDisposable
{
    // Generous: a build machine may run everything at once on two cores.
    private const int PatienceMs = 60_000;

    private readonly List<IBrowserContext> _contexts = [];
    private readonly List<string> _complaints = [];

    public RunningLending Lending => lending;

    /// <summary>What pages wrote to the console as errors, and scripts that failed.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>A browser of somebody new.</summary>
    public async Task<IPage> OpenAsync(string? theme = null, string? script = null)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 1440, Height = 900 }, Locale = "en-IN", TimezoneId = "Asia/Kolkata", ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(PatienceMs);
        SetDefaultExpectTimeout(PatienceMs);
        if (theme is not null) await context.AddCookiesAsync([new() { Name = "theme", Value = theme, Url = lending.Portal.AbsoluteUri }]);
        if (script is not null) await context.AddInitScriptAsync(scriptPath: script);
        context.Console += (_, message) =>
        {
            if (message.Type == "error") _complaints.Add($"{message.Page?.Url}: {message.Text}");
        };
        context.WebError += (_, error) => _complaints.Add($"{error.Page?.Url}: {error.Error}");
        _contexts.Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>A member of demo staff at the page their role starts with.</summary>
    public async Task<Colleague> SignInAsync(string email, string? theme = null, string? script = null)
    {
        var colleague = new Colleague(await OpenAsync(theme, script), lending.Portal, email);
        await colleague.SignInAsync();
        return colleague;
    }

    /// <summary>
    /// Six digits that the authenticator page shows for a member of demo staff. A code is accepted once, in whichever journey it was
    /// used, so whoever comes again within its half minute waits for the next one, as the page does by itself.
    /// </summary>
    public async Task<string> AuthenticatorCodeAsync(string email)
    {
        var page = await OpenAsync();
        await page.GotoAsync(new Uri(lending.Sandbox, "/authenticator").AbsoluteUri);
        var shown = page.GetByRole(AriaRole.Button, new() { Name = $"Copy the code of {email}" });
        if (lending.UsedCodes.TryGetValue(email, out var used)) await Expect(shown).Not.ToHaveAttributeAsync("data-copy", used);
        var code = await shown.GetAttributeAsync("data-copy");
        await page.Context.CloseAsync();
        return lending.UsedCodes[email] = code!;
    }

    /// <summary>Writes what every page shows, and what it complained about, beside the test's output.</summary>
    public async Task KeepEvidenceAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "journeys", name)).FullName;
        var text = new StringBuilder().AppendJoin('\n', _complaints).AppendLine();
        var number = 0;
        foreach (var page in _contexts.SelectMany(context => context.Pages))
        {
            number++;
            try
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{number}.png"), Timeout = 10_000 });
                text.AppendLine().AppendLine($"--- {number}.png {page.Url}").AppendLine(await page.Locator("body").InnerTextAsync(new() { Timeout = 10_000 }));
            }
            catch (PlaywrightException gone)
            {
                text.AppendLine($"--- {number} {page.Url}: {gone.Message}");
            }
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "pages.txt"), text.ToString());
        Console.WriteLine($"What the pages of {name} showed is in {folder}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts) await context.CloseAsync();
    }
}
