using System.Text.Json;
using Lending.Domain;

namespace Lending.Data;

/// <summary>Adds and changes the people of a Brand.</summary>
public sealed class Staff(LendingDatabase database, FieldCipher cipher, TimeProvider clock)
{
    internal const string Insert =
        """
        INSERT INTO staff (brand, id, email, name, role, password_hash, totp_secret, overrides, active, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7::text, $8::jsonb, $9, $10) ON CONFLICT DO NOTHING
        """;

    /// <summary>False when the id or the e-mail is taken in this Brand. totpSecret in clear, sealed here.</summary>
    public async Task<bool> AddAsync(StaffMember member, string? totpSecret, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(member.Brand, Insert, RowOf(member, totpSecret), cancellationToken) == 1;

    /// <summary>Null takes the authenticator away.</summary>
    public Task SetTotpAsync(string brand, string id, string? secret, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand, "UPDATE staff SET totp_secret = $3::text WHERE brand = $1 AND id = $2", [brand, id, SealedTotp(brand, secret)], cancellationToken);

    public Task SetPasswordAsync(string brand, string id, string passwordHash, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand, "UPDATE staff SET password_hash = $3 WHERE brand = $1 AND id = $2", [brand, id, passwordHash], cancellationToken);

    public Task SetActiveAsync(string brand, string id, bool active, CancellationToken cancellationToken) =>
        database.ExecuteAsync(brand, "UPDATE staff SET active = $3 WHERE brand = $1 AND id = $2", [brand, id, active], cancellationToken);

    internal static string Normal(string email) => email.Trim().ToLowerInvariant();

    internal object?[] RowOf(StaffMember member, string? totpSecret) =>
    [
        member.Brand, member.Id, Normal(member.Email), member.Name, member.Role.ToString(), member.PasswordHash,
        SealedTotp(member.Brand, totpSecret), JsonSerializer.Serialize(member.Overrides, JournalJson.Options), member.Active, clock.GetUtcNow(),
    ];

    internal string? SealedTotp(string brand, string? secret) => secret is null ? null : cipher.Seal(brand, Field.TotpSecret, secret).Cipher;
}
