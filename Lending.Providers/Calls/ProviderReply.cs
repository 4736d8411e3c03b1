using System.Net;
using System.Text.Json;

namespace Lending.Providers.Calls;

/// <summary>An answer that came: any 2xx or 4xx, with its body.</summary>
internal sealed record ProviderReply(Capability Capability, string RequestId, HttpStatusCode Status, byte[] Body)
{
    internal bool Succeeded => (int)Status is >= 200 and < 300;

    /// <summary>Reads the body of a success; anything else breaks the contract.</summary>
    internal T Read<T>()
        where T : class
    {
        if (!Succeeded) throw new ProviderContractBroken(Capability, (int)Status, RequestId);
        return Parse<T>();
    }

    /// <summary>Reads a success, or the refusal of a command that the provider may turn down.</summary>
    internal ProviderAnswer<T> ReadAnswer<T>()
        where T : class
    {
        if (Succeeded) return Parse<T>();
        return Status is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity
            ? Parse<ProviderRefusal>()
            : throw new ProviderContractBroken(Capability, (int)Status, RequestId);
    }

    private T Parse<T>()
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Body, ProviderJson.Options)
                ?? throw new ProviderContractBroken(Capability, (int)Status, RequestId);
        }
        catch (JsonException unreadable)
        {
            // The message of a JsonException can quote the body, so only its kind is kept.
            throw new ProviderContractBroken(Capability, (int)Status, RequestId, new FormatException(unreadable.GetType().Name));
        }
    }
}
