using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Loans from these days past due on, up to the next bucket; the last one has no end.</summary>
public sealed record Bucket(string Name, int FromDpd);

/// <summary>What a set of buckets is for.</summary>
public enum BucketUse { Collections, Portfolio, Risk }

/// <summary>How a Brand groups loans by days past due, one set for each use (GAP-19). Each starts at 0 and has no end.</summary>
public sealed record BucketSets
{
    /// <summary>For collections (MO-051).</summary>
    public ImmutableArray<Bucket> Collections { get; init; } =
        [new("Healthy", 0), new("1-15", 1), new("16-30", 16), new("31-60", 31), new("61-90", 61), new("Over 90", 91)];

    /// <summary>For reports on the book (LMS-029).</summary>
    public ImmutableArray<Bucket> Portfolio { get; init; } = [new("Current", 0), new("1-30", 1), new("31-60", 31), new("61-90", 61), new("Over 90", 91)];

    /// <summary>For risk and expected loss (UBU-063).</summary>
    public ImmutableArray<Bucket> Risk { get; init; } = [new("A", 0), new("B", 31), new("C", 61), new("D", 91)];

    /// <summary>The set that lists of loans and the loan itself are read in.</summary>
    public BucketUse Lists { get; init; } = BucketUse.Collections;

    /// <summary>The buckets of lists.</summary>
    public ImmutableArray<Bucket> OfLists => For(Lists);

    public ImmutableArray<Bucket> For(BucketUse use) => use switch
    {
        BucketUse.Collections => Collections,
        BucketUse.Portfolio => Portfolio,
        BucketUse.Risk => Risk,
    };

    /// <summary>The last day past due of a bucket; null for the last one.</summary>
    public static int? EndOf(ImmutableArray<Bucket> buckets, int index) => index + 1 < buckets.Length ? buckets[index + 1].FromDpd - 1 : null;

    /// <summary>The bucket of so many days past due.</summary>
    public static Bucket Of(ImmutableArray<Bucket> buckets, int dpd)
    {
        var found = buckets[0];
        foreach (var bucket in buckets)
            if (bucket.FromDpd <= dpd) found = bucket;
        return found;
    }

    internal static bool IsSound(ImmutableArray<Bucket> buckets)
    {
        if (buckets.IsDefaultOrEmpty || buckets.Length > 20 || buckets[0].FromDpd != 0) return false;
        for (var i = 0; i < buckets.Length; i++)
            if (string.IsNullOrWhiteSpace(buckets[i].Name) || buckets.Count(bucket => string.Equals(bucket.Name, buckets[i].Name, StringComparison.OrdinalIgnoreCase)) > 1 || buckets[i].Name.Length > 40 || (i > 0 && buckets[i].FromDpd <= buckets[i - 1].FromDpd)) return false;
        return true;
    }
}
