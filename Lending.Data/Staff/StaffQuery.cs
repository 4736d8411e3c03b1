using System.Collections.Immutable;
using System.Text.Json;
using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>Finds the people of a Brand.</summary>
public sealed class StaffQuery(LendingDatabase database, FieldCipher cipher)
{
    private const string Columns = "SELECT brand, id, email, name, role, password_hash, totp_secret IS NOT NULL, overrides, active FROM staff";

    public Task<StaffMember?> FindByEmailAsync(string brand, string email, CancellationToken cancellationToken) =>
        database.FirstAsync<StaffMember>(brand, $"{Columns} WHERE brand = $1 AND email = $2", [brand, Staff.Normal(email)], Read, cancellationToken);

    public Task<StaffMember?> FindAsync(string brand, string id, CancellationToken cancellationToken) =>
        database.FirstAsync<StaffMember>(brand, $"{Columns} WHERE brand = $1 AND id = $2", [brand, id], Read, cancellationToken);

    /// <summary>At most 1,000, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> ListAsync(string brand, CancellationToken cancellationToken) =>
        await database.ListAsync(brand, $"{Columns} WHERE brand = $1 ORDER BY name, id LIMIT 1000", [brand], Read, cancellationToken);

    /// <summary>The secret of the authenticator in clear, or null when none is set.</summary>
    public async Task<string?> TotpSecretAsync(string brand, string id, CancellationToken cancellationToken) =>
        await database.FirstAsync(brand, "SELECT totp_secret FROM staff WHERE brand = $1 AND id = $2", [brand, id], row => row.TextOrNull(0), cancellationToken)
            is { } sealedSecret
            ? cipher.Open(brand, Field.TotpSecret, new Sealed(sealedSecret, null, ""))
            : null;

    private static StaffMember Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Named<StaffRole>(4), row.GetString(5), row.GetBoolean(6),
        JsonSerializer.Deserialize<ImmutableSortedDictionary<Permission, Level>>(row.GetString(7), JournalJson.Options)!, row.GetBoolean(8));
}
