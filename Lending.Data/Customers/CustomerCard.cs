using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>A customer as staff see one: the name, and everything else personal by its mask. NextStep is null when onboarding is complete.</summary>
public sealed record CustomerCard(
    string Id, string? FullName, string? MobileMask, string? EmailMask, string? PanMask, string? AadhaarMask, string? AccountMask, string? Ifsc,
    bool AccountVerified, string? Pincode, DateOnly? BornMonth, IReadOnlyList<string> Steps, string? NextStep, DateTimeOffset RegisteredAt, int Version)
{
    internal const string Columns =
        """
        c.id, c.full_name, c.mobile_mask, c.email_mask, c.pan_mask, c.aadhaar_mask, c.account_mask, c.ifsc, c.account_verified, c.pincode,
        c.born_month, c.steps, c.next_step, c.registered_at, c.version
        """;

    internal static CustomerCard Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.TextOrNull(1), row.TextOrNull(2), row.TextOrNull(3), row.TextOrNull(4), row.TextOrNull(5), row.TextOrNull(6),
        row.TextOrNull(7), row.GetBoolean(8), row.TextOrNull(9), row.DateOrNull(10),
        row.GetString(11).Split(' ', StringSplitOptions.RemoveEmptyEntries), row.TextOrNull(12), row.Instant(13), row.GetInt32(14));
}
