using Lending.Data;
using Lending.Workers.SetUp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lending.Workers.Tests.SetUp;

/// <summary>Somebody at a terminal of an installation that has nothing in it yet.</summary>
public sealed class Operator : IAsyncDisposable
{
    private readonly IConfiguration _configuration;
    private readonly ServiceProvider _services;

    public Operator(string connectionString)
    {
        _configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:lendingdb"] = connectionString, ["Fields:Key"] = "field-key-of-the-workers-tests-0123456789",
        }).Build();
        _services = new ServiceCollection().AddSingleton(_configuration).AddLogging().AddLendingData().BuildServiceProvider();
    }

    /// <summary>What the last command wrote.</summary>
    public string Output { get; private set; } = "";

    public string Errors { get; private set; } = "";

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Runs a command line, split at blanks outside quotes as a shell does; answers its exit code.</summary>
    public async Task<int> RunAsync(string line, string typed = "")
    {
        var args = line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var input = new StringReader(typed);
        var code = await SetUpCommands.RunAsync(args, _configuration, new SetUpOutput(output, errors), new PasswordEntry(input, errors, isTerminal: false));
        (Output, Errors) = (output.ToString(), errors.ToString());
        return code;
    }

    /// <summary>A file of this text that is gone with the operator.</summary>
    public string FileOf(string text)
    {
        var path = Path.Combine(Folder.FullName, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, text);
        return path;
    }

    private DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("lending-setup");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Folder.Delete(recursive: true);
    }
}
