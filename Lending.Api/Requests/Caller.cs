using System.Reflection;
using System.Security.Claims;
using Lending.Domain;

namespace Lending.Api.Requests;

/// <summary>The signed-in borrower of a request: customer and Brand from the token only, and where the request came from.</summary>
public sealed class Caller(string customerId, string brand, HttpContext http)
{
    public string CustomerId { get; } = customerId;

    public string Brand { get; } = brand;

    public const string BrandClaim = "brand";

    private const int DeviceLengthMax = 80;

    /// <summary>The command id: the caller's own key, scoped by customer so that two borrowers never meet.</summary>
    public CommandContext Command() => Command($"{CustomerId}:{IdempotencyKey.Of(http)}");

    public CommandContext Command(string commandId) => new(
        commandId, Brand, ActorOf(http, CustomerId), Grants.OfBorrower(CustomerId), Correlation.Of(http));

    /// <summary>Minimal APIs bind a parameter of this type through here.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext http, ParameterInfo parameter) => ValueTask.FromResult(Find(http));

    public static Caller? Find(HttpContext http) =>
        http.User is { Identity.IsAuthenticated: true } user
        && user.FindFirstValue("sub") is { Length: > 0 } customer && user.FindFirstValue(BrandClaim) is { Length: > 0 } brand
            ? new(customer, brand, http)
            : null;

    public static Actor ActorOf(HttpContext http, string customerId) => new(
        ActorKind.Borrower, customerId, "Borrower", Role: null, http.Connection.RemoteIpAddress?.ToString(), DeviceOf(http));

    private static string? DeviceOf(HttpContext http)
    {
        string text = http.Request.Headers["X-Device"].ToString();
        var clean = new string([.. text.Where(c => c is >= ' ' and <= '~').Take(DeviceLengthMax)]);
        return clean.Length > 0 ? clean : null;
    }
}
