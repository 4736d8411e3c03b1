using System.Net;
using System.Text.Json.Nodes;

namespace Lending.Flows;

/// <summary>What the API answered: status, body as JSON where it is JSON, and headers.</summary>
public sealed record Answer(HttpStatusCode Status, JsonNode? Body, byte[] Bytes, IReadOnlyDictionary<string, string> Headers, string Request)
{
    /// <summary>The code of a problem.</summary>
    public string? Code => Text("code");

    /// <summary>The input a problem names.</summary>
    public string? Field => Text("field");

    /// <summary>A value by its path: "figures.payoff.minor", "debits.0.state".</summary>
    public JsonNode? At(string path) => path.Split('.').Aggregate(Body, (node, name) => node switch
    {
        JsonObject map => map[name],
        JsonArray list when int.TryParse(name, out var index) && index < list.Count => list[index],
        _ => null,
    });

    public string? Text(string path) => At(path) is JsonValue value ? value.ToString() : null;

    public long Minor(string path) => At(path + ".minor")!.GetValue<long>();

    /// <summary>This answer when it has the status; else an exception that tells what came instead.</summary>
    public Answer Expect(HttpStatusCode status) => Status == status
        ? this
        : throw new InvalidOperationException($"{Request} answered {(int)Status} instead of {(int)status}: {Body?.ToJsonString()}");

    public Answer Ok() => Expect(HttpStatusCode.OK);

    public Answer Created() => Expect(HttpStatusCode.Created);
}
