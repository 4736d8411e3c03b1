using Lending.Data;
using Lending.Domain;
using Lending.Portal.Queues;
using Lending.Portal.Shell;

namespace Lending.Portal.SignIn;

/// <summary>What the shell shows around the pages of the person who is signed in.</summary>
public static class StaffShell
{
    public static async Task<ShellModel> LoadAsync(IServiceProvider circuit, CancellationToken cancellationToken)
    {
        var person = await circuit.GetRequiredService<StaffSession>().PersonAsync();
        var brand = await circuit.GetRequiredService<Brands>().GetAsync(person.Brand, cancellationToken);
        var counts = await QueueCounts.LoadAsync(circuit.GetRequiredService<WorkQueueQuery>(), person.Brand, cancellationToken);
        int? unmatched = person.May(Permission.Payments, Level.All)
            ? await circuit.GetRequiredService<UnmatchedPaymentsQuery>().OpenCountAsync(person.Brand, cancellationToken)
            : null;
        int? reloans = person.May(Permission.CreditDecision, Level.Write) || person.May(Permission.SanctionManager, Level.Write)
            ? await circuit.GetRequiredService<ReloansQuery>().PendingAsync(person.Brand, cancellationToken)
            : null;
        return new ShellModel(brand.Name, person.Name, RoleNames.Of(person.Role), StaffNavigation.Of(person, counts, unmatched, reloans), brand.BusinessDate)
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(brand.TimeZone), Buckets = brand.Settings.Buckets.OfLists,
        };
    }
}
