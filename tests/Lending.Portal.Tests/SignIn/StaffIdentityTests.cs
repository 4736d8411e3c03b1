using Lending.Data;
using System.Security.Claims;
using Lending.Portal.Queues;
using Lending.Portal.SignIn;

namespace Lending.Portal.Tests.SignIn;

public sealed class StaffIdentityTests
{
    [Fact]
    public void Of_ItsOwnPrincipal_IsTheSamePersonWithTheSameGrants()
    {
        var person = Person(StaffRole.LoanOps);

        var back = StaffIdentity.Of(person.ToPrincipal("cookie"))!;

        Assert.Equal(person with { Grants = back.Grants }, back);
        Assert.Equal(person.Grants.Levels, back.Grants.Levels);
        Assert.True(back.May(Permission.LoanOps, Level.All));
        Assert.False(back.May(Permission.CreditDecision, Level.Read));
    }

    [Fact]
    public void Of_NobodySignedIn_IsNobody() => Assert.Null(StaffIdentity.Of(new ClaimsPrincipal(new ClaimsIdentity())));

    [Theory]
    [InlineData(StaffRole.CreditExecutive, "/queue")]
    [InlineData(StaffRole.SanctionManager, "/sanction")]
    [InlineData(StaffRole.LoanOps, "/disbursal")]
    [InlineData(StaffRole.Admin, "/day-end")]
    [InlineData(StaffRole.CollectionExecutive, "/loans")]
    [InlineData(StaffRole.Sales, "/welcome")]
    public void Landing_OfARole_IsAPageItsRailHoldsOrWelcome(StaffRole role, string landing)
    {
        var person = Person(role);

        Assert.Equal(landing, StaffNavigation.LandingOf(person));
        var links = StaffNavigation.Of(person, QueueCounts.None).SelectMany(group => group.Links).Select(link => link.Href).ToList();
        Assert.True(landing == "/welcome" ? links.Count == 0 : links.Contains(landing));
        Assert.Equal(links.Count, links.Distinct().Count());
    }

    [Fact]
    public void Navigation_OfACreditExecutive_HoldsNoMoneyPages()
    {
        var links = StaffNavigation.Of(Person(StaffRole.CreditExecutive), QueueCounts.None).SelectMany(group => group.Links).Select(link => link.Href);

        Assert.Equal(["/queue", "/sent-back", "/loans", "/re-loans", "/customers", "/buckets"], links);
    }

    [Fact]
    public void Approvals_OfACollectionManager_CountPaymentsAndNotPayouts()
    {
        var counts = new QueueCounts(new Dictionary<WorkQueue, QueueCount>
        {
            [WorkQueue.DisbursalApproval] = new(WorkQueue.DisbursalApproval, 3, null), [WorkQueue.PaymentsToConfirm] = new(WorkQueue.PaymentsToConfirm, 16, null),
        });

        Assert.Equal(16, counts.ApprovalsOf(Person(StaffRole.CollectionManager)));
        Assert.Equal(19, counts.ApprovalsOf(Person(StaffRole.LoanOps)));
        Assert.Null(QueueCounts.None.ApprovalsOf(Person(StaffRole.LoanOps)));
    }

    private static StaffIdentity Person(StaffRole role) =>
        new("saffron", "saffron-asha", "Asha Menon", "asha@saffron.test", role, StaffRoles.DefaultsOf(role), "127.0.0.1", "Chrome");
}
