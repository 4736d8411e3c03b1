namespace Aspire.Hosting.Testing;

/// <summary>Runs an AppHost for tests: free ports and a throw-away data folder unless the arguments say otherwise, no dashboard.</summary>
public static class DistributedApplicationTestingBuilder
{
    private const string DataFolder = "--DataFolder";
    private const string RandomizePorts = "--DcpPublisher:RandomizePorts";

    /// <summary>Runs the AppHost that has this class, up to its <c>Build()</c>.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    /// <summary>Runs the AppHost that has this class with a command line, up to its <c>Build()</c>.</summary>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync(typeof(TEntryPoint), args, cancellationToken);

    /// <summary>Runs the AppHost that has this class with a command line, up to its <c>Build()</c>.</summary>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, string[] args, CancellationToken cancellationToken = default)
    {
        List<string> all = [.. args];
        string? throwAway = null;
        if (!Has(DataFolder)) all.Add($"{DataFolder}={throwAway = Path.Combine(Path.GetTempPath(), $"lending-test-{Guid.NewGuid():N}")}");
        if (!Has(RandomizePorts)) all.Add($"{RandomizePorts}=true");

        var interception = new AppHostInterception(
            entryPoint.Assembly, options => options.DisableDashboard = true, released: () => Delete(throwAway));
        var builder = await interception.RunToBuildAsync([.. all]).WaitAsync(cancellationToken);
        return new TestingBuilder(builder, interception);

        bool Has(string name) => args.Any(arg => arg == name || arg.StartsWith($"{name}=", StringComparison.Ordinal));
    }

    private static void Delete(string? folder)
    {
        if (folder is null || !Directory.Exists(folder)) return;
        foreach (var link in new DirectoryInfo(folder).EnumerateDirectories().Select(entry => entry.LinkTarget).OfType<string>().Where(Directory.Exists))
        {
            Directory.Delete(link, recursive: true);
        }
        Directory.Delete(folder, recursive: true);
    }
}
