using System.Text.Json;
using Lending.Data;
using Lending.Portal.Components;
using Lending.Portal.SignIn;

namespace Lending.Portal.Commands;

/// <summary>How the signed-in person likes each table, kept in the database.</summary>
public sealed class StaffTableViews(StaffSession session, Preferences preferences) : ITableViews
{
    public async Task<TableView?> LoadAsync(string viewKey, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        return await preferences.FindAsync(person.Brand, person.StaffId, KeyOf(viewKey), cancellationToken) is { } body
            ? JsonSerializer.Deserialize<TableView>(body)
            : null;
    }

    public async Task SaveAsync(string viewKey, TableView view, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        await preferences.SetAsync(person.Brand, person.StaffId, KeyOf(viewKey), JsonSerializer.Serialize(view), cancellationToken);
    }

    private static string KeyOf(string viewKey) => $"table/{viewKey}";
}
