using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Lending.ServiceDefaults;

/// <summary>Names request spans after their route, and keeps health probes out of the traces.</summary>
internal sealed class RequestTraceFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, following) =>
        {
            var activity = context.Features.Get<IHttpActivityFeature>()?.Activity;
            if (activity is not null && IsProbe(context.Request.Path)) activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;

            await following(context);

            // Only now is the endpoint known: routing runs inside.
            if (activity is not null && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
            {
                activity.SetTag("http.route", route);
                activity.DisplayName = $"{context.Request.Method} {route}";
            }
        });
        next(app);
    };

    private static bool IsProbe(PathString path) => path == "/health" || path == "/alive";
}
