using Lending.Data;
using Lending.Portal.Components;
using Lending.Portal.SignIn;

namespace Lending.Portal.Commands;

/// <summary>Keeps in the audit what the signed-in person saves as a file.</summary>
public sealed class StaffExportLog(StaffSession session, ExportAudit audit, TimeProvider clock) : IExportLog
{
    public async Task AddAsync(ListSaved saved, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        await audit.AddAsync(
            person.Brand, new(person.StaffId, saved.List, saved.Filter, string.Join(", ", saved.Columns), saved.Rows, person.Origin, clock.GetUtcNow()), cancellationToken);
    }
}
