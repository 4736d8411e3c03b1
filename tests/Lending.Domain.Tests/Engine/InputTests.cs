using System.Text.Json;
using System.Text.Json.Nodes;
using Lending.Domain.Engine;

namespace Lending.Domain.Tests.Engine;

/// <summary>What a simulation refuses, and which field it names.</summary>
public sealed class InputTests
{
    private const string Good = """
        {"product":{"principal":1000,"annualRatePct":12,"installments":6,"repayEvery":1,"repayUnit":"Months","scheduleType":"Progressive"},
         "submittedOn":"2026-01-01","events":[{"type":"BusinessDate","date":"2026-01-01"},{"type":"Disburse","date":"2026-01-01","amount":1000}]}
        """;

    public static TheoryData<string, string, string, string> Refusals => new()
    {
        { "product.principal", "0", "input_out_of_bounds", "product.principal" },
        { "product.principal", "10.001", "input_too_precise", "product.principal" },
        { "product.annualRatePct", "-1", "input_out_of_bounds", "product.annualRatePct" },
        { "product.annualRatePct", "null", "input_missing", "product.annualRatePct" },
        { "product.installments", "481", "input_out_of_bounds", "product.installments" },
        { "product.repayEvery", "0", "input_out_of_bounds", "product.repayEvery" },
        { "product.repayUnit", "\"Fortnights\"", "input_not_a_choice", "product.repayUnit" },
        { "product.repayUnit", "\"1\"", "input_not_a_choice", "product.repayUnit" },
        { "product.scheduleType", "\"progressive\"", "input_not_a_choice", "product.scheduleType" },
        { "product.decimals", "9", "input_out_of_bounds", "product.decimals" },
        { "product.gracePrincipal", "6", "terms_contradict", "product.gracePrincipal" },
        { "product.amortization", "\"EqualPrincipalPayments\"", "terms_contradict", "product.amortization" },
        { "product.strategy", "\"PenaltiesFeesInterestPrincipalOrder\"", "terms_contradict", "product.strategy" },
        { "product.fullTermTranche", "true", "terms_contradict", "product.fullTermTranche" },
        { "product.downPayment", "{\"percent\":100}", "input_out_of_bounds", "product.downPayment.percent" },
        { "product.interestRecalculation", "{\"compounding\":\"Interest\"}", "input_not_a_choice", "product.interestRecalculation.compounding" },
        { "product.allocation", "{\"GoodwillCredit\":{\"order\":[]}}", "input_missing", "product.allocation.Default" },
        { "submittedOn", "\"1815-06-18\"", "input_out_of_bounds", "submittedOn" },
        { "events", "[{\"type\":\"Teleport\"}]", "unsupported_event", "events[0].type" },
        { "events", "[{\"date\":\"2026-01-01\"}]", "input_missing", "events[0].type" },
        { "events", "[null]", "input_missing", "events[0]" },
        { "events", "[{\"type\":\"Cob\",\"amount\":1}]", "input_not_used", "events[0].amount" },
        { "events", "[{\"type\":\"Cob\",\"colour\":\"red\"}]", "input_not_used", "events[0].colour" },
        { "events", "[{\"type\":\"Disburse\",\"date\":\"2026-01-01\",\"amount\":0.001}]", "input_too_precise", "events[0].amount" },
        { "events", "[{\"type\":\"Repayment\",\"date\":\"2026-01-01\",\"amount\":1}]", "event_impossible", "events[0]" },
        { "events", "[{\"type\":\"Disburse\",\"date\":\"2025-12-31\",\"amount\":1000}]", "event_impossible", "events[0].date" },
        { "events", "[{\"type\":\"Transaction\",\"tx\":\"Accrual\",\"date\":\"2026-01-01\",\"amount\":1}]", "input_not_a_choice", "events[0].tx" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void Simulation_WithABadField_IsRefusedNamingIt(string path, string value, string code, string field)
    {
        var refusal = Run(With(path, value));

        Assert.NotNull(refusal);
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void Simulation_WithMoreRowsThanAnAnswerHolds_IsRefused()
    {
        var many = string.Join(',', Enumerable.Repeat("""{"type":"Cob"}""", 199));
        var node = With("product.installments", "480");
        node["events"] = JsonNode.Parse($"[{many}]");

        Assert.Equal("simulation_too_large", Run(node)?.Code);
    }

    [Fact]
    public void Simulation_OfAGoodRequest_IsNotRefused() => Assert.Null(Run(JsonNode.Parse(Good)!));

    private static JsonNode With(string path, string value)
    {
        var node = JsonNode.Parse(Good)!;
        var parts = path.Split('.');
        var parent = parts[..^1].Aggregate(node, (at, name) => at[name]!);
        parent[parts[^1]] = JsonNode.Parse(value);
        return node;
    }

    private static Refusal? Run(JsonNode node)
    {
        var request = SimulationCheck.Of(node.Deserialize<SimulationInput>(new JsonSerializerOptions(JsonSerializerDefaults.Web))!);
        return request.Refusal ?? LoanSimulation.Run(request.Value!.Terms, request.Value.SubmittedOn, request.Value.Events).Refusal;
    }
}
