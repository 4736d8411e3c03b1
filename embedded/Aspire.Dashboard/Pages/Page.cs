using Aspire.Dashboard.Embedded.Live;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>One page: what stays (title, filters) and the body that is redrawn when a followed topic changes.</summary>
internal sealed record Page(string Title, string Section, Html Filters, Html Body, params LiveTopic[] Follows)
{
    /// <summary>404 when what the address names is not there, or no longer.</summary>
    public int Status { get; init; } = 200;
}
