using Lending.Data;
using Lending.Portal.Components;
using Lending.Portal.SignIn;

namespace Lending.Portal.Commands;

/// <summary>Half-filled forms of the signed-in person, kept in the database until they are sent.</summary>
public sealed class StaffDrafts(StaffSession session, Drafts drafts) : IDrafts
{
    public async Task<Components.Draft?> LoadAsync(string key, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        return await drafts.FindAsync(person.Brand, person.StaffId, key, cancellationToken) is { } draft ? new(draft.Body, draft.SavedAt) : null;
    }

    public async Task SaveAsync(string key, string json, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        await drafts.SaveAsync(person.Brand, person.StaffId, key, json, cancellationToken);
    }

    public async Task DropAsync(string key, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        await drafts.RemoveAsync(person.Brand, person.StaffId, key, cancellationToken);
    }
}
