using System.Globalization;
using System.Threading.RateLimiting;
using Lending.Api.Simulations;
using Microsoft.AspNetCore.RateLimiting;

namespace Lending.Api.Requests;

/// <summary>A bound on what one borrower, or one address without a token, can ask of us. Configuration: RateLimits:PerMinute, :AnonymousPerMinute, :WebhooksPerMinute, :SimulationsPerMinute.</summary>
public static class RateLimits
{
    // Providers are told one of the two addresses.
    private static readonly string[] Webhooks = ["/api/v1/webhooks", "/webhooks"];

    // A busy address must not make the process look ill.
    private static readonly string[] Probes = ["/health", "/alive"];

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var signedIn = configuration.GetValue("RateLimits:PerMinute", 1_200);
        var anonymous = configuration.GetValue("RateLimits:AnonymousPerMinute", 600);
        var webhooks = configuration.GetValue("RateLimits:WebhooksPerMinute", 60_000);
        // Open to anyone while developing, so it has a bound of its own; elsewhere simulations count like any other request.
        var simulations = environment.IsDevelopment() ? configuration.GetValue("RateLimits:SimulationsPerMinute", 5_000) : (int?)null;
        return services.AddRateLimiter(limits =>
        {
            // A provider sends the webhooks of all borrowers from one address; they are signed, and turning them away only delays money.
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Array.Exists(Probes, path => http.Request.Path == path)
                ? RateLimitPartition.GetNoLimiter("probes")
                : Array.Exists(Webhooks, path => http.Request.Path.StartsWithSegments(path))
                ? Bucket($"webhooks/{http.Connection.RemoteIpAddress}", webhooks)
                : simulations is { } perMinute && http.Request.Path.StartsWithSegments(SimulationsApi.Path)
                ? Bucket($"simulations/{http.Connection.RemoteIpAddress}", perMinute)
                : Caller.Find(http) is { } caller
                    ? Bucket($"{caller.Brand}/{caller.CustomerId}", signedIn)
                    : Bucket(http.Connection.RemoteIpAddress?.ToString() ?? "", anonymous));
            limits.OnRejected = RejectAsync;
        });
    }

    private static RateLimitPartition<string> Bucket(string key, int perMinute) => RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    });

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await context.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new()
        {
            HttpContext = context.HttpContext,
            ProblemDetails = { Status = StatusCodes.Status429TooManyRequests },
        });
    }
}
