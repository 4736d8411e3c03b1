using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Lending.Domain.Tests;

/// <summary>
/// A property over random seeds, 10,000 of them unless said; the same ones in every run, so that a change is to blame for a failure and not the day.
/// LENDING_PROPERTY_CASES asks for another number in every such property, LENDING_PROPERTY_SEED for other seeds: "any", or what a failure printed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CasesAttribute : PropertyAttribute
{
    private const string SameEveryRun = "12232600595289735432,12127895051357854307";

    public CasesAttribute(int cases = 10_000)
    {
        MaxTest = int.TryParse(Environment.GetEnvironmentVariable("LENDING_PROPERTY_CASES"), out var asked) && asked > 0 ? asked : cases;
        Arbitrary = [typeof(Seeds)];
        var seed = Environment.GetEnvironmentVariable("LENDING_PROPERTY_SEED") ?? SameEveryRun;
        if (seed != "any") Replay = seed;
    }
}

/// <summary>Seeds from all whole numbers; FsCheck's own would hardly leave the first hundred.</summary>
public static class Seeds
{
    public static Arbitrary<int> Any() => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
}
