using System.Text.RegularExpressions;

namespace House.Tests;

/// <summary>House rules that a reader would trip over. Each names the file and line that breaks it.</summary>
public sealed partial class SourceRules
{
    [Fact]
    public void ProductCode_AsksForTheStack_Nowhere() => AssertNoLine(Repository.ProductCode, ConditionalCompilation());

    [Fact]
    public void ProductCode_ReadsTheClock_OnlyThroughTimeProvider() => AssertNoLine(Repository.ProductCode, DirectClock());

    [Fact]
    public void Domain_UsesFloatingPoint_Nowhere() =>
        AssertNoLine(Repository.ProductCode.Where(file => file.StartsWith("Lending.Domain/", StringComparison.Ordinal)), FloatingPoint());

    [Fact]
    public void ProductCode_HoldsUnfinishedWork_Nowhere() => AssertNoLine(Repository.ProductCode, Unfinished());

    [Fact]
    public void GrainCode_LeavesTheGrainContext_Nowhere() =>
        AssertNoLine(Repository.ProductCode.Where(file => file.StartsWith("Lending.Grains/", StringComparison.Ordinal)), ConfigureAwait());

    [Fact]
    public void Tests_AreSkippedOrSleep_Nowhere() => AssertNoLine(
        Repository.Files.Where(file => file.StartsWith("tests/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal)
            && !file.StartsWith("tests/House.Tests/", StringComparison.Ordinal)), SkippedOrSleeping());

    [Fact]
    public void Files_OfProductCode_StayUnderSixHundredLines()
    {
        var long_ = Repository.ProductCode.Select(file => (file, lines: Repository.Lines(file).Count())).Where(f => f.lines > 600);
        Assert.Empty(long_);
    }

    [Fact]
    public void Folders_OfProductCode_AreNamedAfterWhatPeopleDo()
    {
        string[] vague = ["Helpers", "Utils", "Utilities", "Common", "Managers", "Misc", "Shared"];
        Assert.DoesNotContain(Repository.ProductCode, file => file.Split('/').Any(part => vague.Contains(part, StringComparer.Ordinal)));
    }

    private static void AssertNoLine(IEnumerable<string> files, Regex pattern)
    {
        var found = files.SelectMany(file => Repository.Lines(file)
            .Select((line, index) => (line, place: $"{file}:{index + 1}"))
            .Where(entry => pattern.IsMatch(entry.line))
            .Select(entry => $"{entry.place} {entry.line.Trim()}"));
        Assert.Empty(found);
    }

    [GeneratedRegex(@"^\s*#if ")]
    private static partial Regex ConditionalCompilation();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b")]
    private static partial Regex DirectClock();

    [GeneratedRegex(@"^(?!\s*//).*\b(double|float)\b(?! entry)")]
    private static partial Regex FloatingPoint();

    [GeneratedRegex(@"NotImplementedException|\b(TODO|FIXME|HACK)\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\.ConfigureAwait\(false\)")]
    private static partial Regex ConfigureAwait();

    [GeneratedRegex(@"Skip ?= ?""|Thread\.Sleep")]
    private static partial Regex SkippedOrSleeping();
}
