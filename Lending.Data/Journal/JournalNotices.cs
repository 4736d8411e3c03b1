using System.Text;

namespace Lending.Data;

/// <summary>A record has changed. Id is "*" when so many did at once, or so much was missed, that any record may have.</summary>
public sealed record JournalNotice(string Brand, string Id, int Version)
{
    public const string Any = "*";
}

/// <summary>How changes are told between processes through PostgreSQL: "brand id:version id:version …", ids only.</summary>
internal static class JournalNotices
{
    public const string Channel = "lending_journal";

    // PostgreSQL refuses a notification of 8,000 bytes or more.
    private const int LengthMax = 7_800;

    public static string Write(string brand, IReadOnlyList<(string Id, int Version)> changes)
    {
        var text = new StringBuilder(brand);
        foreach (var (id, version) in changes)
        {
            text.Append(' ').Append(id).Append(':').Append(version);
            if (text.Length > LengthMax) return $"{brand} {JournalNotice.Any}:0";
        }

        return text.ToString();
    }

    public static IEnumerable<JournalNotice> Read(string text)
    {
        var parts = text.Split(' ');
        foreach (var part in parts.Skip(1))
            if (part.LastIndexOf(':') is > 0 and var colon && int.TryParse(part.AsSpan(colon + 1), out var version))
                yield return new(parts[0], part[..colon], version);
    }
}
