namespace Lending.Grains;

/// <summary>The key of a grain: Brand code and record id. The journal's stream has the same name after its kind.</summary>
public static class GrainKeys
{
    public static string Of(string brand, string id) => $"{brand}/{id}";

    public static (string Brand, string Id) Parse(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < key.Length - 1
            ? (key[..slash], key[(slash + 1)..])
            : throw new ArgumentException("A grain key is a Brand code, a slash and an id.", nameof(key));
    }
}
