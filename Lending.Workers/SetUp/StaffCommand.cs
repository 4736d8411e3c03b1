using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Identity;

namespace Lending.Workers.SetUp;

/// <summary>
/// Lets people in: <c>add-staff --brand saffron --email … --name … --role Admin</c>, and <c>reset-staff --brand saffron --email …</c> for somebody who
/// has lost password or authenticator. A password is generated and shown once, or typed in with <c>--ask-password true</c>; never an argument.
/// </summary>
public sealed partial class StaffCommand(Brands brands, StaffQuery staff, Administration administration, SetUpOutput output, PasswordEntry passwords)
{
    private const int IdsTried = 50;

    private static readonly PasswordHasher<StaffMember> Hasher = new();

    public async Task<int> AddAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var words = CommandWords.Parse(args, "brand", "email", "name", "role", "ask-password");
        if (words.IsRefused) return output.Invalid(words.Refusal);
        var (brand, email, name) = (words.Value.Of("brand"), words.Value.Of("email").Trim().ToLowerInvariant(), words.Value.Of("name"));
        if (await brands.FindAsync(brand, cancellationToken) is null) return output.Invalid(new InputInvalid("brand", "there is no Brand of this code"));
        if (RoleOf(words.Value.Of("role")) is not { } role)
            return output.Invalid(new InputInvalid("role", $"one of {string.Join(", ", Enum.GetNames<StaffRole>())}"));
        if (StaffRules.Check(email, name) is { IsEmpty: false } broken) return output.Invalid([.. broken]);
        if (await staff.FindByEmailAsync(brand, email, cancellationToken) is { } present)
            return output.Refused($"{present.Id} of Brand {brand} has this e-mail address already. Nothing was changed; reset-staff gives a new password.");
        var password = PasswordOf(words.Value);
        if (password.IsRefused) return output.Invalid(password.Refusal);

        var secret = NewSecret();
        for (var number = 1; number <= IdsTried; number++)
        {
            var id = IdOf(brand, email, number);
            var member = new StaffMember(brand, id, email, name, role, "", HasTotp: true, ImmutableSortedDictionary<Permission, Level>.Empty, Active: true);
            member = member with { PasswordHash = Hasher.HashPassword(member, password.Value) };
            if (await administration.AddStaffAsync(member, secret, SetUpContext.Of(brand, "add-staff", id), cancellationToken))
                return Show($"{id} may sign in to Brand {brand} as {role}.", email, brand, secret, words.Value, password.Value);
        }
        return output.Refused("No id is free for this address; another one has to be used.");
    }

    public async Task<int> ResetAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var words = CommandWords.Parse(args, "brand", "email", "ask-password");
        if (words.IsRefused) return output.Invalid(words.Refusal);
        var brand = words.Value.Of("brand");
        if (await staff.FindByEmailAsync(brand, words.Value.Of("email"), cancellationToken) is not { } member)
            return output.Invalid(new InputInvalid("email", "nobody of this Brand has this address"));
        var password = PasswordOf(words.Value);
        if (password.IsRefused) return output.Invalid(password.Refusal);

        var secret = NewSecret();
        var by = SetUpContext.Of(brand, "reset-staff", $"{member.Id}:{Guid.CreateVersion7():N}");
        return await administration.ResetStaffAsync(member.Id, Hasher.HashPassword(member, password.Value), secret, by, cancellationToken)
            ? Show($"{member.Id} of Brand {brand} has a new password and a new authenticator; the old ones are void.", member.Email, brand, secret, words.Value, password.Value)
            : output.Refused("Nobody was changed.");
    }

    private Outcome<string> PasswordOf(CommandWords words) => words.Options.GetValueOrDefault("ask-password", "false") switch
    {
        "false" => Totp.Encode(RandomNumberGenerator.GetBytes(15)),
        "true" => passwords.Ask() is var typed && StaffRules.CheckPassword(typed) is { } broken ? broken : typed,
        _ => new InputInvalid("ask-password", "true or false"),
    };

    /// <summary>A role by its name, as LoanOps or loan-ops.</summary>
    private static StaffRole? RoleOf(string name) => Enum.GetValues<StaffRole>().Select(role => (StaffRole?)role).FirstOrDefault(
        role => role.ToString()!.Equals(name.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    private static string NewSecret() => Totp.Encode(RandomNumberGenerator.GetBytes(20));

    private int Show(string what, string email, string brand, string secret, CommandWords words, string password)
    {
        output.Done(what);
        output.Show("This is shown once and kept nowhere in clear. Hand it over in person, and clear this screen.");
        if (words.Options.GetValueOrDefault("ask-password", "false") == "false") output.Show($"  password       {password}");
        output.Show($"  authenticator  {secret}");
        return output.Show($"  as a link      otpauth://totp/Lending%20{brand}:{Uri.EscapeDataString(email)}?secret={secret}&issuer=Lending%20{brand}");
    }

    private static string IdOf(string brand, string email, int number)
    {
        var local = NotForIds().Replace(email.Split('@')[0], "-").Trim('-');
        return $"{brand}-{(local.Length == 0 ? "staff" : local)}{(number == 1 ? "" : $"-{number}")}";
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotForIds();
}
