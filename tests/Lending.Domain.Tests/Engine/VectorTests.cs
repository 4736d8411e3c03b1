using System.Text;
using Xunit.Abstractions;

namespace Lending.Domain.Tests.Engine;

/// <summary>The engine against known figures, every case of every file. The counts only go up: raise them when more cases are met.</summary>
public sealed class VectorTests(ITestOutputHelper output)
{
    public static TheoryData<string, int, int> Files => new()
    {
        { "schedules", 86, 90 },
        { "payments", 77, 94 },
        { "recalculation", 53, 91 },
        { "lifecycle", 6, 171 },
    };

    [Theory, MemberData(nameof(Files))]
    public void Engine_OnKnownFigures_MeetsAtLeastTheRecordedCounts(string file, int reachable, int all)
    {
        var cases = VectorCase.Read(file);
        var met = cases.Where(static c => c.Difference() is null).ToList();
        var strictly = met.Where(static c => c.Difference(withAccounting: true) is null).ToList();

        var metReachable = met.Count(static c => c.Reachable is true);
        output.WriteLine($"{file}: reached {metReachable} of {cases.Count(static c => c.Reachable is true)} reachable ({met.Count} of {cases.Count} all), accounting entries left out");
        output.WriteLine($"{file}: with accounting entries {strictly.Count(static c => c.Reachable is true)} reachable, {strictly.Count} all");
        Assert.True(metReachable >= reachable, $"{file}: {metReachable} reachable cases are met, {reachable} were.");
        Assert.True(met.Count >= all, $"{file}: {met.Count} cases are met, {all} were.");
    }

    [Fact]
    public void ListOfCasesNotMet_IsInStepWithTheTruth()
    {
        var list = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Engine", "vectors-not-met.md"));
        var listed = list.Where(static line => line.StartsWith("| FIN-", StringComparison.Ordinal)).Select(static line => line.Split('|')[1].Trim()).ToHashSet();

        var missing = new StringBuilder();
        foreach (var file in Files.Select(static row => (string)row[0]))
            foreach (var @case in VectorCase.Read(file))
            {
                var difference = @case.Difference();
                if (difference is not null && !listed.Contains(@case.Id)) missing.AppendLine($"| {@case.Id} | {@case.Rule} | not listed: {difference} |");
                if (difference is null && listed.Contains(@case.Id)) missing.AppendLine($"{@case.Id} is met but listed");
            }

        Assert.Equal("", missing.ToString());
    }
}
