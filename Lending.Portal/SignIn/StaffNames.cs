using Lending.Data;

namespace Lending.Portal.SignIn;

/// <summary>Names of the Brand's staff by id, read once per open page.</summary>
public sealed class StaffNames(StaffSession session, StaffQuery staff)
{
    private IReadOnlyDictionary<string, string>? _names;

    public async Task<IReadOnlyDictionary<string, string>> LoadAsync(CancellationToken cancellationToken) =>
        _names ??= (await staff.ListAsync((await session.PersonAsync()).Brand, cancellationToken)).ToDictionary(member => member.Id, member => member.Name);
}
