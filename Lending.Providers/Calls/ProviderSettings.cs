using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Lending.Providers.Calls;

/// <summary>Where one capability's provider is and how patient we are with it. Section <c>Providers:&lt;Capability&gt;</c>.</summary>
/// <param name="Timeout">For one attempt.</param>
/// <param name="Retries">Further attempts of a call that is safe to repeat.</param>
/// <param name="Break">How long a provider that keeps failing is left alone.</param>
public sealed record ProviderSettings(Uri BaseUrl, TimeSpan Timeout, int Retries, TimeSpan Break)
{
    private static readonly Uri SandboxDefault = new("http://127.0.0.1:5099/");

    /// <summary>Reads the capability's section; what it leaves out comes from <c>Providers</c>, then from service discovery.</summary>
    /// <exception cref="InvalidOperationException">A value does not read.</exception>
    public static ProviderSettings Read(IConfiguration configuration, Capability capability)
    {
        string? Value(string key) =>
            configuration[$"Providers:{capability}:{key}"] ?? configuration[$"Providers:{key}"];

        var baseUrl = Value("BaseUrl") ?? configuration["services:sandbox:http:0"];
        return new ProviderSettings(
            baseUrl is null ? SandboxDefault : Folder(baseUrl, capability),
            Duration(Value("Timeout"), TimeSpan.FromSeconds(10), capability),
            int.Parse(Value("Retries") ?? "2", CultureInfo.InvariantCulture),
            Duration(Value("Break"), TimeSpan.FromSeconds(15), capability));
    }

    // Relative paths append only to a base that ends with a slash.
    private static Uri Folder(string url, Capability capability) =>
        Uri.TryCreate(url.EndsWith('/') ? url : url + "/", UriKind.Absolute, out var uri)
            ? uri
            : throw new InvalidOperationException($"Providers:{capability}:BaseUrl is not an absolute URL.");

    private static TimeSpan Duration(string? text, TimeSpan otherwise, Capability capability) => text is null
        ? otherwise
        : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero
            ? span
            : throw new InvalidOperationException($"A duration under Providers:{capability} does not read; write 00:00:10.");
}
