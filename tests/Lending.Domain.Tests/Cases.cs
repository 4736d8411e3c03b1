using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Lending.Domain.Tests;

/// <summary>
/// A property over random seeds, 10,000 of them unless said. LENDING_PROPERTY_CASES asks for another number in every such property. A failure
/// prints what makes it again.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CasesAttribute : PropertyAttribute
{
    public CasesAttribute(int cases = 10_000)
    {
        MaxTest = int.TryParse(Environment.GetEnvironmentVariable("LENDING_PROPERTY_CASES"), out var asked) && asked > 0 ? asked : cases;
        Arbitrary = [typeof(Seeds)];
    }
}

/// <summary>Seeds from all whole numbers; FsCheck's own would hardly leave the first hundred.</summary>
public static class Seeds
{
    public static Arbitrary<int> Any() => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
}
