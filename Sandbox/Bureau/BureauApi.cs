using Sandbox.People;
using Sandbox.Storage;
using Sandbox.Switches;

namespace Sandbox.Bureau;

/// <summary>The credit bureau.</summary>
internal static class BureauApi
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGroup("/bureau").AddEndpointFilter(new SwitchFilter(Capability.Bureau)).MapPost("/reports", Pull);

    private static IResult Pull(BureauPull request, AnsweredRequests answered, SwitchBoard switches, TimeProvider clock)
    {
        var pan = request.Pan.ToUpperInvariant();
        if (!Formats.Pan.IsMatch(pan)) return Refused.Unprocessable("invalid_pan", "A PAN looks like ABCPE1234F.");

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return answered.Once("bureau", request.ClientReference, request, () =>
        {
            var report = CreditFile.Of(pan, today, References.Of("cir", request.ClientReference));

            // Contradicting itself: no record, and yet a score and loans.
            return switches.Of(Capability.Bureau).Contradict ? report with { Outcome = "no_record" } : report;
        });
    }
}
