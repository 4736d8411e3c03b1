namespace Sandbox.Webhooks;

/// <summary>Where webhooks may go: this machine only, so that no third party is ever called.</summary>
internal static class Callback
{
    internal static IResult? Refuse(Uri? url) => url is null || (url.IsAbsoluteUri && url.IsLoopback && url.Scheme is "http" or "https")
        ? null
        : Refused.Unprocessable("callback_not_local", "The callback address must be on this machine.");
}
