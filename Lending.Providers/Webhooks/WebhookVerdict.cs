namespace Lending.Providers.Webhooks;

/// <summary>Whether a webhook comes from the provider, and lately. Anything but valid is answered with 401.</summary>
public enum WebhookVerdict
{
    Valid,
    SignatureMissing,
    SignatureWrong,

    /// <summary>Signed correctly, but too long ago or in the future: it may be a replay.</summary>
    OutsideWindow,
}
