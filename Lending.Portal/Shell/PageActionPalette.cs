using Lending.Portal.Components;

namespace Lending.Portal.Shell;

/// <summary>What the open page can do. All of it is shown before anything is typed.</summary>
public sealed class PageActionPalette(ShellState shell) : IPaletteSource
{
    public Task<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PaletteItem>>(
            [.. shell.Actions.Where(action => action.Text.Contains(text, StringComparison.OrdinalIgnoreCase))
                .Select(action => new PaletteItem("On this page", action.Text, action.Icon) { Detail = action.Detail, Key = action.Key, RunAsync = action.RunAsync })]);
}
