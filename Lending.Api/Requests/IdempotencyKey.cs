using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lending.Domain;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Caching.Distributed;

namespace Lending.Api.Requests;

/// <summary>
/// Every change carries the caller's own Idempotency-Key. It becomes the command id, and the journal applies it once. The same key with
/// another body is refused here already, before a provider is asked; this memory is a cache, the journal's is not.
/// </summary>
public sealed partial class IdempotencyKey(IDistributedCache cache, IConfiguration configuration) : IEndpointFilter
{
    public const string Header = "Idempotency-Key";

    private static readonly DistributedCacheEntryOptions Kept = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(24) };

    // Bodies hold PAN and account numbers, so what is remembered of them is keyed.
    private readonly byte[] _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(configuration["Jwt:Key"] ?? ""), "idempotency"u8);

    /// <summary>The key of a request that has passed the filter.</summary>
    public static string Of(HttpContext http) => http.Request.Headers[Header].ToString();

    /// <summary>A short, stable reference for a provider, made of who asks, for what, and the key: a retry gets the same.</summary>
    public static string ReferenceOf(HttpContext http, string who, string purpose) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{who}\n{purpose}\n{Of(http)}")))[..24];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers[Header] is not [{ } key])
            return Problems.Of(400, "idempotency_key_missing", "Send an Idempotency-Key of your own with every change.", Header);
        if (!Form().IsMatch(key))
            return Problems.Of(400, "idempotency_key_invalid", "An Idempotency-Key has 8 to 64 letters, digits, '-' or '_'.", Header);

        var entry = $"idempotency:{ScopeOf(http)}:{key}";
        var hash = HashOf(context);
        if (await cache.GetStringAsync(entry, http.RequestAborted) is { } earlier && earlier != hash)
            return Problems.From(new CommandIdReused());
        await cache.SetStringAsync(entry, hash, Kept, http.RequestAborted);
        return await next(context);
    }

    // Before sign-up there is no customer; the address keeps two strangers with the same key apart.
    private static string ScopeOf(HttpContext http) => Caller.Find(http) is { } caller
        ? $"{caller.Brand}/{caller.CustomerId}"
        : $"{http.Request.Headers["X-Brand"]}/{http.Connection.RemoteIpAddress}";

    private string HashOf(EndpointFilterInvocationContext context)
    {
        var body = context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } type
            ? context.Arguments.FirstOrDefault(argument => argument?.GetType() == type)
            : null;
        var text = JsonSerializer.Serialize(body, body?.GetType() ?? typeof(object), WireJson.Options);
        return Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{context.HttpContext.Request.Path}\n{text}")));
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{8,64}\z")]
    private static partial Regex Form();
}

/// <summary>Marks the endpoints behind the filter, for the API description.</summary>
public sealed record TakesIdempotencyKey;

/// <summary>Puts a group of changes behind the filter.</summary>
public static class IdempotentChanges
{
    public static RouteGroupBuilder MapChanges(this IEndpointRouteBuilder group) =>
        group.MapGroup("").AddEndpointFilter<IdempotencyKey>().WithMetadata(new TakesIdempotencyKey());
}
