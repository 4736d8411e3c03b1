using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Options;

namespace Lending.Portal.SignIn;

/// <summary>
/// Keeps the keys that sign the session cookie in the shared cache, so that every portal process reads the same cookies and a restart
/// leaves people signed in. With the in-process cache of a machine without Redis a restart asks everyone to sign in again.
/// </summary>
public sealed class SessionKeys(IDistributedCache cache) : IXmlRepository
{
    private const string ListKey = "portal:session-keys";
    private static readonly DistributedCacheEntryOptions Kept = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromDays(400) };
    private readonly Lock _turn = new();

    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. (cache.GetString(ListKey) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName)
    {
        lock (_turn)
        {
            var known = cache.GetString(ListKey) ?? "";
            cache.SetString(ListKey, known + element.ToString(SaveOptions.DisableFormatting) + "\n", Kept);
        }
    }
}

/// <summary>Makes the framework use <see cref="SessionKeys"/>.</summary>
public sealed class UseSessionKeys(IDistributedCache cache) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = new SessionKeys(cache);
}
