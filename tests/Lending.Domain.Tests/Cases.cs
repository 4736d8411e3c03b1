using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Lending.Domain.Tests;

/// <summary>
/// A property over random seeds, 10,000 of them unless said, drawn anew in every run. The first seed is printed when the tests start, and by a
/// failure; LENDING_PROPERTY_SEED set to it repeats the run. LENDING_PROPERTY_CASES asks for another number in every such property.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CasesAttribute : PropertyAttribute
{
    private static readonly string First = Environment.GetEnvironmentVariable("LENDING_PROPERTY_SEED") is { Length: > 0 } asked ? asked : Draw();

    public CasesAttribute(int cases = 10_000)
    {
        MaxTest = int.TryParse(Environment.GetEnvironmentVariable("LENDING_PROPERTY_CASES"), out var asked) && asked > 0 ? asked : cases;
        Arbitrary = [typeof(Seeds)];
        Replay = First;
    }

    // The second number of a seed is odd.
    private static string Draw()
    {
        var seed = $"{(ulong)Random.Shared.NextInt64()},{(ulong)Random.Shared.NextInt64() | 1}";
        Console.WriteLine($"LENDING_PROPERTY_SEED={seed}");
        return seed;
    }
}

/// <summary>Seeds from all whole numbers; FsCheck's own would hardly leave the first hundred.</summary>
public static class Seeds
{
    public static Arbitrary<int> Any() => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
}
