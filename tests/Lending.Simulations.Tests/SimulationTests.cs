using System.Net;
using System.Text.Json.Nodes;
using Lending.Flows;

namespace Lending.Simulations.Tests;

/// <summary>The loan engine over HTTP: the shape of the answer, what is refused, and that no body makes it fall over.</summary>
public sealed class SimulationTests(SimulationHost host) : IClassFixture<SimulationHost>
{
    private const string Path = "/api/v1/loan-simulations";

    private const string Good = """
        {"product":{"principal":1000,"annualRatePct":12,"installments":3,"repayEvery":1,"repayUnit":"Months","scheduleType":"Progressive",
          "interestType":"DecliningBalance","amortization":"EqualInstallments","interestCalcPeriod":"Daily","daysInYear":"Days360","daysInMonth":"Days30",
          "decimals":2,"downPayment":{"percent":25.0,"auto":true},"processing":"Horizontal","interestRecalculation":{"rest":"Daily","compoundingFreq":null}},
         "submittedOn":"2026-01-01",
         "events":[{"type":"BusinessDate","date":"2026-01-01"},{"type":"Disburse","date":"2026-01-01","amount":1000},
          {"type":"BusinessDate","date":"2026-02-01"},{"type":"Charge","kind":"Fee","charge":"Late","dueDate":"2026-02-10","amount":5},
          {"type":"Repayment","date":"2026-02-01","amount":255.01},{"type":"Cob"},{"type":"Payoff","date":"2026-02-01"}]}
        """;

    [Fact]
    public async Task Post_AGoodRequest_AnswersACheckpointPerEvent()
    {
        var answer = await PostAsync(Good);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var checkpoints = answer.Body!["checkpoints"]!.AsArray();
        Assert.Equal(Enumerable.Range(0, 7), checkpoints.Select(c => (int)c!["afterEvent"]!));
        var first = checkpoints[1]!;
        Assert.Equal(("2026-01-01", "Active"), ((string)first["businessDate"]!, (string)first["status"]!));
        var (down, row) = (first["schedule"]![0]!, first["schedule"]![1]!);
        Assert.Equal((250m, "2026-01-01"), ((decimal)down["paid"]!, (string)down["paidDate"]!));
        Assert.Equal((31, 255.01m, 247.51m, 7.5m, 502.49m), ((int)row["days"]!, (decimal)row["due"]!, (decimal)row["principal"]!, (decimal)row["interest"]!, (decimal)row["balance"]!));
        Assert.Null(row["paidDate"]);
        Assert.Equal(["Disbursement", "DownPayment"], first["transactions"]!.AsArray().Select(t => (string)t!["type"]!));
        Assert.Equal("Closed", (string)checkpoints[6]!["status"]!);
        Assert.Equal(0m, (decimal)checkpoints[6]!["loanOutstanding"]!);
    }

    [Theory]
    [InlineData("\"type\":\"Cob\"", "\"type\":\"Teleport\"", 422, "unsupported_event", "events[5].type")]
    [InlineData("\"repayUnit\":\"Months\"", "\"repayUnit\":\"Moons\"", 422, "input_not_a_choice", "product.repayUnit")]
    [InlineData("\"amount\":255.01", "\"amount\":255.015", 422, "input_too_precise", "events[4].amount")]
    [InlineData("\"decimals\":2", "\"decimal\":2", 400, "field_unknown", "product.decimal")]
    [InlineData("\"principal\":1000", "\"principal\":\"1000\"", 400, "field_invalid", "product.principal")]
    [InlineData("\"type\":\"Cob\"", "\"type\":\"Cob\",\"colour\":1", 422, "input_not_used", "events[5].colour")]
    [InlineData("\"rest\":\"Daily\"", "\"rest\":\"Yearly\"", 422, "input_not_a_choice", "product.interestRecalculation.rest")]
    public async Task Post_ABadField_IsRefusedNamingIt(string good, string bad, int status, string code, string field)
    {
        var answer = await PostAsync(Good.Replace(good, bad));

        Assert.Equal((status, code, field), ((int)answer.Status, answer.Code, (string?)answer.Body!["field"]));
    }

    [Fact]
    public async Task Description_HoldsTheRequestAndItsExample()
    {
        var document = (await host.Stranger.GetAsync("/openapi/v1.json")).Body!;

        Assert.NotNull(document["paths"]![Path]!["post"]!["requestBody"]);
        Assert.NotNull(document["components"]!["schemas"]!["SimulationInput"]!["examples"]![0]!["product"]);
    }

    [Fact]
    public async Task Post_ThousandsOfRandomBodies_NeverCausesAFault()
    {
        const int Bodies = 10_000;
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var accepted = 0;

        for (var i = 0; i < Bodies; i++)
        {
            var body = RandomBodies.Spoil(Good, random);
            var answer = await PostAsync(body);
            Assert.True((int)answer.Status is 200 or 400 or 413 or 422, $"Seed {seed}, body {i}: {(int)answer.Status} for {body}");
            if (answer.Status is not HttpStatusCode.OK) Assert.False(string.IsNullOrEmpty(answer.Code), $"Seed {seed}, body {i}: no code for {body}");
            else accepted++;
        }

        Assert.InRange(accepted, 1, Bodies - 1);
    }

    private Task<Answer> PostAsync(string body) => host.Stranger.SendTextAsync(HttpMethod.Post, Path, body, "");
}
