using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Lending.Portal.Tests.Forms;

public sealed class DraftGuardTests : PortalContext
{
    private readonly TaskCompletionSource<Draft?> _found = new();
    private string? _restored;

    public DraftGuardTests() => Services.AddScoped<IDrafts>(_ => new LateDrafts(_found.Task));

    [Fact]
    public async Task Draft_FoundBeforeAnythingWasTyped_IsRestored()
    {
        var guard = Guard("");

        await guard.InvokeAsync(() => _found.SetResult(new Draft("\"seen in the statement\"", new(2026, 11, 24, 5, 0, 0, TimeSpan.Zero))));

        guard.WaitForAssertion(() => Assert.Equal("seen in the statement", _restored));
    }

    [Fact]
    public async Task Draft_FoundAfterSomethingWasTyped_LeavesItAlone()
    {
        var guard = Guard("");
        guard.Render(with => with.Add(g => g.Model, "5000"));

        await guard.InvokeAsync(() => _found.SetResult(new Draft("\"older words\"", new(2026, 11, 24, 5, 0, 0, TimeSpan.Zero))));

        Assert.Null(_restored);
        Assert.DoesNotContain("Draft restored", guard.Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<DraftGuard<string>> Guard(string model) => Render<DraftGuard<string>>(with => with
        .Add(guard => guard.Key, "payment:LN-2611-00873").Add(guard => guard.Model, model)
        .Add(guard => guard.OnRestore, EventCallback.Factory.Create<string>(this, draft => _restored = draft)));

    /// <summary>A store whose answer takes a while.</summary>
    private sealed class LateDrafts(Task<Draft?> found) : IDrafts
    {
        public Task<Draft?> LoadAsync(string key, CancellationToken cancellationToken) => found;

        public Task SaveAsync(string key, string json, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task DropAsync(string key, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
