namespace Lending.AppHost;

/// <summary>Staff that the demo data makes, at least one of each desk in both Brands. For developers' machines only; a test compares it with the demo.</summary>
internal static class DemoLogins
{
    /// <summary>The same for all.</summary>
    public const string Password = "Lending-demo-1";

    /// <summary>E-mail addresses and what their owners do. Their six-digit codes are on the Sandbox's authenticator page.</summary>
    public static readonly IReadOnlyList<(string Email, string Role)> All =
    [
        ("deepa@saffron.test", "credit executive"),
        ("aparna@saffron.test", "sanction manager"),
        ("neha@saffron.test", "loan operations"),
        ("sameer@saffron.test", "loan operations, second person"),
        ("kavya@saffron.test", "collection executive"),
        ("imran@saffron.test", "collection manager"),
        ("meera@saffron.test", "administrator"),
        ("ananya@indigo.test", "credit executive"),
        ("farhan@indigo.test", "sanction manager"),
        ("ritu@indigo.test", "loan operations"),
        ("joseph@indigo.test", "loan operations, second person"),
        ("kabir@indigo.test", "administrator"),
    ];
}
