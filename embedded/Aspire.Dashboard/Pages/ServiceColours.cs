using System.Collections.Concurrent;

namespace Aspire.Dashboard.Embedded.Pages;

/// <summary>One of eight colours per service, given in the order the services appear, so that few are alike.</summary>
internal sealed class ServiceColours
{
    private const int Colours = 8;
    private const int ServicesMax = 500;

    private readonly ConcurrentDictionary<string, int> _given = new(StringComparer.Ordinal);

    /// <summary>The colour's class name.</summary>
    public string Of(string service)
    {
        var number = _given.Count >= ServicesMax ? 0 : _given.GetOrAdd(service, _ => _given.Count);
        return $"c{number % Colours}";
    }
}
