using System.Text.Json;
using System.Text.Json.Nodes;
using Lending.Domain;

namespace Lending.Portal.ProductEditing;

/// <summary>A setting that is not the same in two versions, by its name in a product file.</summary>
public sealed record ProductDifference(string Setting, string Before, string After);

/// <summary>What differs between two versions of a product, setting by setting.</summary>
public static class ProductDifferences
{
    public static IReadOnlyList<ProductDifference> Between(LoanProduct before, LoanProduct after)
    {
        var found = new List<ProductDifference>();
        Compare("", JsonSerializer.SerializeToNode(before, LendingJson.Options), JsonSerializer.SerializeToNode(after, LendingJson.Options), found);
        return [.. found.Where(static each => each.Setting is not "version")];
    }

    private static void Compare(string at, JsonNode? before, JsonNode? after, List<ProductDifference> found)
    {
        if (before is JsonObject left && after is JsonObject right)
        {
            foreach (var name in left.Select(each => each.Key).Union(right.Select(each => each.Key)))
                Compare(at.Length == 0 ? name : $"{at}.{name}", left[name], right[name], found);
        }
        else if (before is JsonArray lines && after is JsonArray others && lines.Count == others.Count)
        {
            for (var i = 0; i < lines.Count; i++) Compare($"{at}[{i}]", lines[i], others[i], found);
        }
        else if (!JsonNode.DeepEquals(before, after)) found.Add(new(at, TextOf(before), TextOf(after)));
    }

    private static string TextOf(JsonNode? node) => node switch
    {
        null => "–",
        JsonArray lines => $"{lines.Count} {(lines.Count == 1 ? "line" : "lines")}",
        JsonObject => "set",
        _ => node.ToString(),
    };
}
