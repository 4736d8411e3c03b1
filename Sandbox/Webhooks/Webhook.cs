using Sandbox.Switches;

namespace Sandbox.Webhooks;

/// <summary>A webhook and how its delivery stands.</summary>
/// <param name="About">The object it tells about; its webhooks go in order.</param>
/// <param name="Status">The last HTTP status, or null when nobody answered.</param>
internal sealed record Webhook(
    string EventId,
    Capability Capability,
    string About,
    string Summary,
    Uri Url,
    string Body,
    DateTimeOffset CreatedAt,
    int Attempts = 0,
    int? Status = null,
    DateTimeOffset? DeliveredAt = null,
    DateTimeOffset? GivenUpAt = null)
{
    internal bool IsOpen => DeliveredAt is null && GivenUpAt is null;
}
