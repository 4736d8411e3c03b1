using System.Text.RegularExpressions;
using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded;

/// <summary>The last lines of one resource: at most 2,000 lines and a million characters, each cut at 4,096.</summary>
internal sealed partial class ResourceConsole
{
    public const int LinesMax = 2_000;
    public const int CharactersMax = 1_000_000;
    public const int LineCharactersMax = 4_096;

    private readonly Lock _gate = new();
    private readonly RingBuffer<ConsoleLine> _lines = new(LinesMax, CharactersMax, line => line.Text.Length);
    private long _written;

    public void Append(DateTimeOffset at, string text, bool isError)
    {
        text = TerminalCodes().Replace(text, "");
        var kept = text.Length <= LineCharactersMax ? text : string.Concat(text.AsSpan(0, LineCharactersMax), "…");
        lock (_gate) _lines.Add(new ConsoleLine(++_written, at, kept, isError));
    }

    // Colours and cursor moves, such as ESC [ 32 m, which a browser would show as noise.
    [GeneratedRegex(@"\x1b\[[0-9;?]*[ -/]*[@-~]")]
    private static partial Regex TerminalCodes();

    public IReadOnlyList<ConsoleLine> After(long number)
    {
        lock (_gate) return [.. _lines.Items.Where(line => line.Number > number)];
    }
}
