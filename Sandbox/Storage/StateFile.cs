using System.Text.Json;

namespace Sandbox.Storage;

/// <summary>
/// One file of JSON lines, <c>{"kind","id","value"}</c>; the last line of an id counts. Appended and handed to the operating
/// system before anybody is answered, so a killed process forgets nothing it promised.
/// </summary>
internal sealed class StateFile : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Kind, string Id), JsonElement> _loaded = [];
    private readonly FileStream _file;

    public StateFile(SandboxSettings settings)
    {
        Directory.CreateDirectory(settings.Folder);
        var path = Path.Combine(settings.Folder, "state.jsonl");
        if (File.Exists(path))
        {
            var lines = Load(path);
            if (lines > 2 * _loaded.Count + 100) Compact(path);
        }

        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        if (File.Exists(path) && !EndsWithNewLine(path)) _file.Write("\n"u8);
    }

    /// <summary>What the file held of a kind when the process started, in the order it was first written.</summary>
    internal IEnumerable<(string Id, T Value)> Loaded<T>(string kind) => _loaded
        .Where(entry => entry.Key.Kind == kind)
        .Select(entry => (entry.Key.Id, entry.Value.Deserialize<T>(SandboxApp.Json)!));

    internal void Append<T>(string kind, string id, T value)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new Line<T>(kind, id, value), SandboxApp.Json);
        lock (_lock) _file.Write([.. line, (byte)'\n']);
    }

    public void Dispose() => _file.Dispose();

    private int Load(string path)
    {
        var count = 0;
        foreach (var text in File.ReadLines(path))
        {
            count++;
            try
            {
                if (JsonSerializer.Deserialize<Line<JsonElement>>(text, SandboxApp.Json) is { } line) _loaded[(line.Kind, line.Id)] = line.Value;
            }
            catch (JsonException)
            {
                // The line that was being written when the process died: nobody was answered for it.
            }
        }

        return count;
    }

    private void Compact(string path)
    {
        var next = path + ".new";
        File.WriteAllLines(next, _loaded.Select(entry =>
            JsonSerializer.Serialize(new Line<JsonElement>(entry.Key.Kind, entry.Key.Id, entry.Value), SandboxApp.Json)));
        File.Move(next, path, overwrite: true);
    }

    private static bool EndsWithNewLine(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length == 0) return true;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    private sealed record Line<T>(string Kind, string Id, T Value);
}
