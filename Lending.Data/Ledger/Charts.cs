using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>The chart of accounts of each Brand.</summary>
public sealed class Charts(LendingDatabase database)
{
    internal const string AddAccount = "INSERT INTO account (brand, number, name, purpose, active_from) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";

    // A standard account has no row until its Brand calls it otherwise or retires it.
    internal const string RenameAccount =
        "INSERT INTO account (brand, number, name, purpose) VALUES ($1, $2, $3, $4) ON CONFLICT (brand, number) DO UPDATE SET name = $3 WHERE account.name <> $3";

    internal const string RetireAccount =
        """
        INSERT INTO account (brand, number, name, purpose, retired_on) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (brand, number) DO UPDATE SET retired_on = $5 WHERE account.retired_on IS NULL
        """;

    public async Task<ChartOfAccounts> GetAsync(string brand, CancellationToken cancellationToken)
    {
        var own = await database.ListAsync(brand,
            "SELECT number, name, purpose, active_from, retired_on FROM account WHERE brand = $1 ORDER BY number LIMIT 1000", [brand],
            row =>
            {
                var purpose = row.Named<LedgerPurpose>(2);
                return new Account(row.GetString(0), row.GetString(1), Accounts.For(purpose).Kind, purpose) { ActiveFrom = row.DateOrNull(3), RetiredOn = row.DateOrNull(4) };
            }, cancellationToken);
        return ChartOfAccounts.Of(own, await MappingAsync(brand, cancellationToken));
    }

    /// <summary>What the Brand has chosen for loans paid out from now on; nothing is the standard chart.</summary>
    public async Task<ImmutableArray<AccountMapping>> MappingAsync(string brand, CancellationToken cancellationToken) =>
    [
        .. await database.ListAsync(brand,
            """
            SELECT purpose, part, number FROM (
              SELECT DISTINCT ON (purpose, upper(coalesce(part, ''))) purpose, part, number FROM account_choice
              WHERE brand = $1 AND state = 'Approved' ORDER BY purpose, upper(coalesce(part, '')), decided_at DESC, position DESC) chosen
            WHERE number IS NOT NULL ORDER BY purpose, part LIMIT 1000
            """,
            [brand], row => new AccountMapping(row.Named<LedgerPurpose>(0), row.GetString(2)) { Part = row.TextOrNull(1) }, cancellationToken),
    ];
}
