using System.Xml.Linq;

namespace House.Tests;

/// <summary>Dependencies point down the table of docs/architecture.md only.</summary>
public sealed class DependencyRules
{
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["ServiceDefaults"] = [],
        ["Lending.Domain"] = [],
        ["Lending.Data"] = ["Lending.Domain"],
        ["Lending.Documents"] = ["Lending.Domain"],
        ["Lending.Providers"] = ["Lending.Domain"],
        ["Lending.Grains"] = ["Lending.Domain", "Lending.Data"],
        ["Lending.Api"] = ["ServiceDefaults", "Lending.Domain", "Lending.Grains", "Lending.Data", "Lending.Documents", "Lending.Providers"],
        ["Lending.Portal"] = ["ServiceDefaults", "Lending.Domain", "Lending.Grains", "Lending.Data"],
        ["Lending.Workers"] = ["ServiceDefaults", "Lending.Domain", "Lending.Grains", "Lending.Data", "Lending.Documents", "Lending.Providers"],
        ["Sandbox"] = ["ServiceDefaults"],
    };

    public static TheoryData<string> Projects => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_ReferencesOthers_OnlyAsTheHouseAllows(string project)
    {
        var references = XDocument.Parse(Repository.Read($"{project}/{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/')));

        Assert.Empty(references.Except(MayUse[project]));
    }

    [Fact]
    public void Domain_UsesPackages_None()
    {
        var project = XDocument.Parse(Repository.Read("Lending.Domain/Lending.Domain.csproj"));

        Assert.Empty(project.Descendants("PackageReference"));
        Assert.Empty(project.Descendants("FrameworkReference"));
    }

    [Fact]
    public void ProductProjects_NameAnEmbeddedProject_Nowhere()
    {
        var projects = Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && MayUse.ContainsKey(file.Split('/')[0]));

        Assert.DoesNotContain(projects, file => Repository.Read(file).Contains("embedded/", StringComparison.OrdinalIgnoreCase));
    }
}
