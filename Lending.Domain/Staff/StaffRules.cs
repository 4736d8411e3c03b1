using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Lending.Domain;

/// <summary>What somebody who works for a Brand has to be given.</summary>
public static partial class StaffRules
{
    /// <summary>Characters of a password.</summary>
    public const int PasswordMin = 12;

    public const int PasswordMax = 200;

    /// <summary>Empty when all is well.</summary>
    public static ImmutableArray<InputInvalid> Check(string email, string name) => new InputRules()
        .Must(email.Length <= 254 && Address().IsMatch(email), "email", "an e-mail address, such as meera@lender.example")
        .Text(name, 100, "name")
        .Broken;

    /// <summary>Null when the password may be used.</summary>
    public static InputInvalid? CheckPassword(string password) => new InputRules()
        .Between(password.Length, PasswordMin, PasswordMax, "characters of the password").Broken.FirstOrDefault();

    [GeneratedRegex("^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$")]
    private static partial Regex Address();
}
