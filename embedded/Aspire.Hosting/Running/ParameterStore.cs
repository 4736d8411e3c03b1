using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Running;

/// <summary>Values of parameters: configuration <c>Parameters:{name}</c> first, then what an earlier start generated.</summary>
internal sealed class ParameterStore(IConfiguration configuration, Func<string> dataFolder)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private readonly Lock _gate = new();

    public string ValueOf(string name, ParameterDefault? made, bool persist)
    {
        if (configuration[$"Parameters:{name}"] is { Length: > 0 } given) return given;
        if (made is null) throw new DistributedApplicationException($"Parameter '{name}' has no value. Give it with --Parameters:{name}=<value>.");
        if (!persist) return made.GetDefaultValue();

        lock (_gate)
        {
            var path = Path.Combine(dataFolder(), "parameters.json");
            var kept = File.Exists(path) ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(path)) ?? [] : [];
            if (kept.TryGetValue(name, out var earlier)) return earlier;

            kept[name] = made.GetDefaultValue();
            Save(path, JsonSerializer.Serialize(kept, Indented));
            return kept[name];
        }
    }

    // Through a second file, so that a crash cannot leave the keys of existing data half written.
    private static void Save(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter($"{path}.new", options)) writer.Write(text);
        File.Move($"{path}.new", path, overwrite: true);
    }
}
