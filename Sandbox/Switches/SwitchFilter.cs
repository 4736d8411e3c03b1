namespace Sandbox.Switches;

/// <summary>Lets a third party misbehave as its switches say, around each of its endpoints.</summary>
internal sealed class SwitchFilter(Capability capability) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var services = context.HttpContext.RequestServices;
        var clock = services.GetRequiredService<TimeProvider>();
        var (fail, timeOut, delay) = services.GetRequiredService<SwitchBoard>().Meet(capability);

        if (delay > TimeSpan.Zero) await Task.Delay(delay, clock, context.HttpContext.RequestAborted);
        if (fail) return Refused.Down();

        var answer = await next(context);
        if (!timeOut) return answer;

        // The call took effect and its answer is lost: the case that idempotency is for.
        await NeverAnswerAsync(context.HttpContext, clock);
        return Refused.Down();
    }

    private static async Task NeverAnswerAsync(HttpContext http, TimeProvider clock)
    {
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        await Task.Delay(TimeSpan.FromMinutes(2), clock, gone.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
