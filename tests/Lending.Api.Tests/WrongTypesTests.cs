using System.Net;
using System.Text.Json.Nodes;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>Every endpoint of the description, every field, every wrong type: a 4xx each time, never a fault.</summary>
[Collection(ApiCollection.Name)]
public sealed class WrongTypesTests(RunningApi running)
{
    private static readonly string[] Wrong =
        ["null", "0", "-1", "1e400", "99999999999999999999", "1.5", "true", "\"\"", "\"\\u0000\"", "\"x\"", "[]", "[[[]]]", "{}", "{\"a\":{\"b\":1}}", "\"" + new string('9', 30_000) + "\""];

    [Fact]
    public async Task EveryField_WithEveryWrongType_NeverCausesAFault()
    {
        var borrower = await running.App.SignUpAsync();
        var loanId = await borrower.StartAsync("EMI", 50_000_00, 6);
        var document = (await running.App.Stranger.GetAsync("/openapi/v1.json")).Ok().Body!;
        var tried = 0;

        foreach (var (method, path, good) in BodiesOf(document))
        {
            var address = path.Replace("{loanId}", loanId);
            foreach (var (where, body) in Spoilt(good))
            {
                var answer = await borrower.Api.SendAsync(
                    method, address, new StringContent(body, System.Text.Encoding.UTF8, "application/json"), null, default, ("X-Brand", "saffron"));
                tried++;
                Assert.True((int)answer.Status < 500, $"{method} {path} with a wrong {where} answered {(int)answer.Status}: {answer.Body}");
                if (answer.Status >= HttpStatusCode.BadRequest) Assert.False(string.IsNullOrEmpty(answer.Code), $"{method} {path}, {where}: no code");
            }
        }

        Assert.True(tried > 300, $"Only {tried} bodies were tried.");
    }

    private static IEnumerable<(HttpMethod Method, string Path, JsonObject Good)> BodiesOf(JsonNode document)
    {
        foreach (var (path, operations) in document["paths"]!.AsObject())
            foreach (var (verb, operation) in operations!.AsObject())
            {
                var schema = operation!["requestBody"]?["content"]?["application/json"]?["schema"];
                if (schema is null) continue;
                var name = ((string?)schema["$ref"])?.Split('/')[^1];
                var known = name is null ? schema : document["components"]!["schemas"]![name]!;
                if (known["examples"]?[0] is JsonObject example) yield return (new HttpMethod(verb.ToUpperInvariant()), path, example);
            }
    }

    private static IEnumerable<(string Where, string Body)> Spoilt(JsonObject good)
    {
        foreach (var wrong in Wrong) yield return ("body", wrong);
        foreach (var path in PathsOf(good, []))
        {
            foreach (var wrong in Wrong) yield return (string.Join('.', path), Replace(good, path, wrong));
            yield return ($"{string.Join('.', path)} (missing)", Replace(good, path, null));
        }
    }

    private static IEnumerable<string[]> PathsOf(JsonObject node, string[] above)
    {
        foreach (var (name, value) in node)
        {
            yield return [.. above, name];
            if (value is JsonObject inner)
                foreach (var path in PathsOf(inner, [.. above, name])) yield return path;
        }
    }

    // Numbers such as 1e400 cannot be held by a JsonNode, so a mark is put in and replaced in the text.
    private static string Replace(JsonObject good, string[] path, string? value)
    {
        const string Mark = "\"@@spoilt@@\"";
        var copy = good.DeepClone().AsObject();
        var parent = path[..^1].Aggregate(copy, (node, name) => node[name]!.AsObject());
        if (value is null) parent.Remove(path[^1]);
        else parent[path[^1]] = "@@spoilt@@";
        return value is null ? copy.ToJsonString() : copy.ToJsonString().Replace(Mark, value);
    }
}
