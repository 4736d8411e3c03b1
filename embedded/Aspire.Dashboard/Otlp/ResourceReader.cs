using Aspire.Dashboard.Embedded.Telemetry;

namespace Aspire.Dashboard.Embedded.Otlp;

/// <summary>Reads Resource (attributes = 1) and InstrumentationScope (name = 1).</summary>
internal static class ResourceReader
{
    private const string Unnamed = "unknown";

    /// <summary>The service.name, which the AppHost sets to the resource's name.</summary>
    public static string ServiceName(ReadOnlySpan<byte> resource)
    {
        var attributes = new List<TelemetryAttribute>();
        var reader = new WireReader(resource);
        while (reader.Next(out var field))
        {
            if (field == 1) AttributeReader.ReadInto(attributes, reader.Bytes());
            else reader.Skip();
        }
        var name = attributes.Find(attribute => attribute.Key == "service.name")?.Value;
        return string.IsNullOrWhiteSpace(name) ? Unnamed : Cut(name);
    }

    public static string ScopeName(ReadOnlySpan<byte> scope)
    {
        var name = "";
        var reader = new WireReader(scope);
        while (reader.Next(out var field))
        {
            if (field == 1) name = reader.Text(256);
            else reader.Skip();
        }
        return name;
    }

    /// <summary>
    /// Walks the two outer levels that all three signals share: field 1 of the request is (Resource = 1,
    /// scope groups = 2), and a scope group is (scope = 1, items = 2).
    /// </summary>
    public static void EachItem(ReadOnlySpan<byte> request, ItemReader read)
    {
        var groups = new WireReader(request);
        while (groups.Next(out var field))
        {
            if (field == 1) EachScope(groups.Bytes(), read);
            else groups.Skip();
        }
    }

    private static void EachScope(ReadOnlySpan<byte> group, ItemReader read)
    {
        // Fields may come in any order, so the resource is looked up before its items are read.
        var service = First(group, out var resource) ? ServiceName(resource) : Unnamed;
        var scopes = new WireReader(group);
        while (scopes.Next(out var field))
        {
            if (field != 2)
            {
                scopes.Skip();
                continue;
            }
            var scoped = scopes.Bytes();
            var scopeName = First(scoped, out var scope) ? ScopeName(scope) : "";
            var items = new WireReader(scoped);
            while (items.Next(out var itemField))
            {
                if (itemField == 2) read(service, scopeName, items.Bytes());
                else items.Skip();
            }
        }
    }

    private static bool First(ReadOnlySpan<byte> message, out ReadOnlySpan<byte> value)
    {
        value = default;
        var reader = new WireReader(message);
        while (reader.Next(out var field))
        {
            if (field == 1)
            {
                value = reader.Bytes();
                return true;
            }
            reader.Skip();
        }
        return false;
    }

    private static string Cut(string name) => name.Length <= 128 ? name : name[..128];
}

/// <summary>Takes one span, log record or metric with the service and scope it came from.</summary>
internal delegate void ItemReader(string service, string scope, ReadOnlySpan<byte> item);
