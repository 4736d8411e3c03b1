using System.Globalization;

namespace Lending.AppHost;

/// <summary>The ports people and scripts know by heart, overridable as <c>--Ports:Api=5081</c>.</summary>
internal sealed class Ports(IDistributedApplicationBuilder builder)
{
    /// <summary>Null when published: a deployment chooses its own ports.</summary>
    public int? Of(string name, int usual) => builder.ExecutionContext.IsPublishMode
        ? null
        : builder.Configuration[$"Ports:{name}"] is { Length: > 0 } chosen ? int.Parse(chosen, CultureInfo.InvariantCulture) : usual;
}
