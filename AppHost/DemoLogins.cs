namespace Lending.AppHost;

/// <summary>The staff that the demo data makes, one of each role in both Brands. For developers' machines only.</summary>
internal static class DemoLogins
{
    /// <summary>The same for all.</summary>
    public const string Password = "demo-Lending-2026";

    /// <summary>E-mail addresses and what their owners do.</summary>
    public static readonly IReadOnlyList<(string Email, string Role)> All =
    [
        .. new[] { "alpha", "beta" }.SelectMany(brand => new[]
        {
            ($"cx@{brand}.test", "credit executive"),
            ($"sanction@{brand}.test", "sanction manager"),
            ($"ops@{brand}.test", "loan operations"),
            ($"ops2@{brand}.test", "loan operations, second person"),
            ($"admin@{brand}.test", "administrator"),
        }),
    ];
}
