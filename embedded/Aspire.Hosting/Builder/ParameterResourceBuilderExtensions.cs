using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds values that are given from outside.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a value that configuration <c>Parameters:{name}</c> must give.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddResource(Create(builder, name, null, secret));

    /// <summary>Adds a value that is generated when none is given; <paramref name="persist"/> keeps it for the next start.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        ArgumentNullException.ThrowIfNull(value);
        return builder.AddResource(Create(builder, name, value, secret, persist));
    }

    internal static ParameterResource Create(
        IDistributedApplicationBuilder builder, string name, ParameterDefault? value, bool secret, bool persist = false) =>
        new(name, made => ((DistributedApplicationBuilder)builder).Parameters.ValueOf(name, made, persist), secret) { Default = value };
}
