using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

/// <summary>One case of the known figures: a request, and what must be seen after some of its events.</summary>
internal sealed class VectorCase(JsonNode node)
{
    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    public string Id => (string)node["id"]!;

    public string Rule => (string)node["rule"]!;

    public bool? Reachable => (bool?)node["reachable"];

    public static IReadOnlyList<VectorCase> Read(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Engine", "Vectors", $"{file}.json");
        return [.. JsonNode.Parse(File.ReadAllText(path))!.AsArray().Select(static c => new VectorCase(c!))];
    }

    public Outcome<ImmutableArray<Checkpoint>> Run()
    {
        var request = SimulationCheck.Of(node["request"].Deserialize<SimulationInput>(Wire)!);
        return request.IsRefused
            ? request.Refusal
            : LoanSimulation.Run(request.Value.Terms, request.Value.SubmittedOn, request.Value.Events, request.Value.Fees);
    }

    /// <summary>Null: every expected figure is met. Otherwise the first one that is not.</summary>
    public string? Difference(bool withAccounting = false)
    {
        var outcome = Run();
        if (outcome.Refusal is { } refusal) return $"refused: {refusal.Code} {refusal.Field}";
        foreach (var expected in node["expect"]!.AsArray())
        {
            var after = (int)expected!["afterEvent"]!;
            if (CheckpointComparison.Difference(expected, outcome.Value.Single(c => c.AfterEvent == after), withAccounting) is { } difference)
                return $"after event {after}: {difference}";
        }

        return null;
    }
}
