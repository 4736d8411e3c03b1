using System.Text.Json;

namespace Aspire.Hosting.Running;

/// <summary>What a person at the terminal sees: how resources come and go, and their warnings and errors. The dashboard has the rest.</summary>
internal sealed class HostConsole
{
    private readonly Lock _gate = new();

    public void Say(string text)
    {
        lock (_gate) Console.WriteLine(text);
    }

    public void Say(string resource, string text) => Say($"[{resource}] {text}");

    /// <summary>Shows a line of a resource if it is a warning or worse, without stack traces; answers whether it concerned one.</summary>
    public bool Pass(string resource, string line, bool isError)
    {
        var text = line.StartsWith('{') ? Warning(line) : isError && line.Length > 0 ? line : null;
        if (text is null) return false;
        if (!text.StartsWith("   ", StringComparison.Ordinal)) Say(resource, text);
        return true;
    }

    private static string? Warning(string json)
    {
        try
        {
            using var entry = JsonDocument.Parse(json);
            if (!entry.RootElement.TryGetProperty("LogLevel", out var level)
                || level.GetString() is not ("Warning" or "Error" or "Critical")
                || !entry.RootElement.TryGetProperty("Message", out var message))
            {
                return null;
            }
            var cause = entry.RootElement.TryGetProperty("Exception", out var exception) && exception.GetString() is { } trace
                ? $" ({trace.AsSpan(0, trace.IndexOf('\n') is var end and >= 0 ? end : trace.Length).Trim()})"
                : "";
            return $"{level.GetString()}: {message.GetString()}{cause}";
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
