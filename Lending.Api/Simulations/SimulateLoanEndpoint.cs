using Lending.Api.Requests;
using Lending.Domain.Engine;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Simulations;

public static class SimulateLoanEndpoint
{
    public static void Map(RouteGroupBuilder simulations) => simulations.MapPost("", Handle).WithName("SimulateLoan")
        .WithSummary("Run a loan in memory: terms and events in, the whole loan after each event out");

    private static Results<Ok<SimulationAnswer>, ProblemHttpResult> Handle(SimulationInput input, CancellationToken cancellation)
    {
        var request = SimulationCheck.Of(input);
        if (request.IsRefused) return Problems.From(request.Refusal);
        var checkpoints = LoanSimulation.Run(request.Value.Terms, request.Value.SubmittedOn, request.Value.Events, request.Value.Fees, cancellation);
        return checkpoints.Refusal is { } refusal ? Problems.From(refusal) : TypedResults.Ok(SimulationAnswer.Of(checkpoints.Value));
    }
}
