namespace Lending.Portal.Components;

/// <summary>The days-past-due ranges that a portfolio is read in: 0, 1–15, 16–30, 31–60, 61–90, over 90.</summary>
public sealed class DpdBuckets(params int[] upTo)
{
    public static readonly DpdBuckets Default = new(15, 30, 60, 90);

    /// <summary>0 when nothing is past due, else 1 to 5.</summary>
    public int StepOf(int days)
    {
        if (days <= 0) return 0;
        var step = Array.FindIndex(upTo, limit => days <= limit);
        return step < 0 ? upTo.Length + 1 : step + 1;
    }

    public string NameOf(int days)
    {
        var step = StepOf(days);
        if (step == 0) return "Current";
        return step > upTo.Length ? $"Over {upTo[^1]}" : $"{(step == 1 ? 1 : upTo[step - 2] + 1)}–{upTo[step - 1]}";
    }
}
