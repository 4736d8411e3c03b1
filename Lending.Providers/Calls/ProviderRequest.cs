namespace Lending.Providers.Calls;

/// <summary>One call to make. The path holds references only, never a person's data: paths are logged along the way.</summary>
/// <param name="Repeatable">The provider answers a repeat the same, so a lost answer may be asked for again.</param>
internal sealed record ProviderRequest(
    string Operation, HttpMethod Method, string Path, object? Body = null, bool Repeatable = true)
{
    internal static ProviderRequest Get(string operation, string path) => new(operation, HttpMethod.Get, path);

    internal static ProviderRequest Post(string operation, string path, object body, bool repeatable = true) =>
        new(operation, HttpMethod.Post, path, body, repeatable);
}
