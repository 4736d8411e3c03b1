using Lending.Portal.Components;

namespace Lending.Portal.Shell;

/// <summary>The pages of the rail.</summary>
public sealed class NavigationPalette(ShellState shell) : IPaletteSource
{
    public Task<IReadOnlyList<PaletteItem>> FindAsync(string text, CancellationToken cancellationToken)
    {
        var links = (shell.Model?.Navigation ?? []).SelectMany(group => group.Links)
            .Where(link => link.Text.Contains(text, StringComparison.OrdinalIgnoreCase));
        return Task.FromResult<IReadOnlyList<PaletteItem>>(
            [.. links.Select(link => new PaletteItem("Pages", link.Text, link.Icon) { Href = link.Href, Key = link.Shortcut })]);
    }
}
