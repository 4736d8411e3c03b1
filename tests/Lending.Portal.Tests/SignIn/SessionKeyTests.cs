using System.Xml.Linq;
using Lending.Data;
using Lending.Portal.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;

namespace Lending.Portal.Tests.SignIn;

/// <summary>The keys of session cookies through the framework's own key ring.</summary>
public sealed class SessionKeyTests
{
    private static readonly byte[] Master = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    [Fact]
    public void Cookie_AfterARestart_IsStillRead()
    {
        var stored = new Shelf();
        var cookie = Portal(stored, Master).Protect("neha");

        Assert.Equal("neha", Portal(stored, Master).Unprotect(cookie));
    }

    [Fact]
    public void Key_AsItIsStored_IsSealed()
    {
        var stored = new Shelf();
        Portal(stored, Master).Protect("neha");

        var key = Assert.Single(stored.GetAllElements());
        Assert.NotEmpty(key.Descendants(SessionKeySealElement));
        Assert.DoesNotContain(key.Descendants(), element => element.Name.LocalName is "masterKey" or "value");
    }

    [Fact]
    public void Cookie_UnderAnotherFieldKey_IsNotRead()
    {
        var stored = new Shelf();
        var cookie = Portal(stored, Master).Protect("neha");

        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => Portal(stored, [.. Master.Reverse()]).Unprotect(cookie));
    }

    [Fact]
    public void Cookie_AfterTheFieldKeyWasRotated_IsStillRead()
    {
        var stored = new Shelf();
        var cookie = Portal(stored, Master).Protect("neha");

        Assert.Equal("neha", Portal(stored, [.. Master.Reverse()], Master).Unprotect(cookie));
    }

    private const string SessionKeySealElement = "sealedKey";

    private static IDataProtector Portal(Shelf stored, params byte[][] masters)
    {
        var services = new ServiceCollection();
        var cipher = new FieldCipher(masters);
        services.AddSingleton(cipher);
        services.AddLogging();
        services.AddDataProtection().SetApplicationName("lending-portal");
        services.Configure<KeyManagementOptions>(options => (options.XmlRepository, options.XmlEncryptor) = (stored, new SessionKeySeal(cipher)));
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>().CreateProtector("cookie");
    }

    private sealed class Shelf : IXmlRepository
    {
        private readonly List<string> _kept = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. _kept.Select(XElement.Parse)];

        public void StoreElement(XElement element, string friendlyName) => _kept.Add(element.ToString());
    }
}
