namespace Lending.Data;

/// <summary>The sealed keys of the staff's session cookies, shared by all portal processes. They are only ever added; expiry is in the key itself.</summary>
public sealed class SessionKeys(LendingDatabase database, TimeProvider clock)
{
    private const string Platform = "";

    /// <summary>All of them, the oldest first: a few a year.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        await database.ListAsync(Platform, "SELECT sealed_xml FROM session_key ORDER BY created_at, name LIMIT 1000", [], row => row.GetString(0), cancellationToken);

    /// <summary>Adds one; the same name again changes nothing.</summary>
    public Task AddAsync(string name, string sealedXml, CancellationToken cancellationToken) =>
        database.ExecuteAsync(Platform,
            "INSERT INTO session_key (name, sealed_xml, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING",
            [name, sealedXml, clock.GetUtcNow()], cancellationToken);
}
