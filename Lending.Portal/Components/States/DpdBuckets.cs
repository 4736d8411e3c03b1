using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Portal.Components;

/// <summary>The days-past-due ranges that a Brand reads its loans in, as the pages draw them.</summary>
public static class DpdBuckets
{
    /// <summary>The bars there are for what is late.</summary>
    public const int Bars = 5;

    /// <summary>What a Brand has that set nothing else.</summary>
    public static readonly ImmutableArray<Bucket> Default = new BucketSets().Collections;

    /// <summary>0 in the first bucket, else 1 to 5: the last one has all bars.</summary>
    public static int StepOf(ImmutableArray<Bucket> buckets, int days)
    {
        var late = buckets.Count(bucket => bucket.FromDpd <= days) - 1;
        return late <= 0 ? 0 : buckets.Length <= 2 ? Bars : 1 + ((late - 1) * (Bars - 1) / (buckets.Length - 2));
    }

    /// <summary>"16–30", with the dash of a range.</summary>
    public static string NameOf(ImmutableArray<Bucket> buckets, int days) => NameOf(BucketSets.Of(buckets, days));

    public static string NameOf(Bucket bucket) => bucket.Name.Replace('-', '–');

    /// <summary>How the list of loans is asked for a bucket: "16-30", or "91" without end.</summary>
    public static string KeyOf(int from, int? to) => to is { } end ? $"{from}-{end}" : $"{from}";

    /// <summary>The days of a key; null when it is none.</summary>
    public static (int From, int? To)? Read(string key)
    {
        var parts = key.Split('-');
        if (!int.TryParse(parts[0], out var from) || from < 0) return null;
        return parts.Length == 2 && int.TryParse(parts[1], out var to) && to >= from ? (from, to) : (from, null);
    }
}
