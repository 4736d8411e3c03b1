namespace Lending.AppHost;

/// <summary>Keys that nobody needs to know or choose.</summary>
internal static class Secrets
{
    // 43 letters and digits hold more than 256 bits.
    private const int Length = 43;

    /// <summary>Adds a random key, the same at every start.</summary>
    public static IResourceBuilder<ParameterResource> AddSecret(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = Length, Special = false }, secret: true, persist: true);
}
