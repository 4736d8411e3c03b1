using Lending.Domain;
using Lending.Portal.Queues;
using Lending.Portal.Shell;

namespace Lending.Portal.SignIn;

/// <summary>What a person's rail holds and where they land: their role's work first, then only what they may open.</summary>
public static class StaffNavigation
{
    /// <summary>The first page after sign-in.</summary>
    public static string LandingOf(StaffIdentity person) => person.Role switch
    {
        StaffRole.CreditExecutive => "/queue",
        StaffRole.SanctionManager or StaffRole.SanctionHead => "/sanction",
        StaffRole.LoanOps => "/disbursal",
        StaffRole.Admin or StaffRole.SuperAdmin => "/day-end",
        _ when person.May(Permission.Loans, Level.Read) => "/loans",
        _ => "/welcome",
    };

    /// <summary>Unmatched is the number of payments that nobody has placed, reloans of offers to approve; null when nobody asked.</summary>
    public static IReadOnlyList<NavGroup> Of(StaffIdentity person, QueueCounts counts, int? unmatched = null, int? reloans = null)
    {
        NavGroup?[] groups = [
            Group("Work",
                Link(person, Permission.CreditDecision, Level.Write, "My queue", "/queue", "mail_inbox_16_regular", counts.Credit, "G Q"),
                Link(person, Permission.CreditDecision, Level.Write, "Sent back", "/sent-back", "arrow_reply_16_regular", counts.SentBack),
                Link(person, Permission.SanctionManager, Level.Write, "Sanction queue", "/sanction", "mail_inbox_16_regular", counts.Sanction, "G Q"),
                Link(person, person.May(Permission.LoanOps, Level.All) ? Permission.LoanOps : Permission.Payments, Level.All, "Approvals", "/approvals", "checkmark_circle_16_regular", counts.ApprovalsOf(person), "G A"),
                Link(person, Permission.LoanOps, Level.Write, "Disbursal desk", "/disbursal", "arrow_circle_right_16_regular", counts.Disbursal, "G Q"),
                Link(person, Permission.Payments, Level.All, "Payments to confirm", "/payments-to-confirm", "receipt_16_regular", counts.Payments),
                Link(person, Permission.Payments, Level.All, "Unmatched payments", "/unmatched-payments", "arrow_swap_16_regular", unmatched),
                Link(person, Permission.LoanOps, Level.Write, "Failed payouts", "/failed-payouts", "error_circle_16_regular", counts.FailedPayouts)),
            Group("Find",
                Link(person, Permission.Loans, Level.Read, "Loans", "/loans", "wallet_16_regular", null, "G L"),
                Link(person, Permission.Loans, Level.Read, "Re-loans", "/re-loans", "arrow_clockwise_16_regular", reloans),
                Link(person, Permission.Customer, Level.Read, "Customers", "/customers", "person_16_regular", null, "G C")),
            Group("Books",
                Link(person, Permission.Loans, Level.Read, "Days past due", "/buckets", "data_usage_16_regular"),
                Link(person, Permission.LoanOps, Level.Write, "Trial balance", "/trial-balance", "scales_16_regular"),
                person.May(Permission.LoanOps, Level.Write) ? null : Link(person, Permission.MasterReports, Level.Read, "Trial balance", "/trial-balance", "scales_16_regular"),
                Link(person, Permission.PenaltyRuns, Level.Read, "Penalty runs", "/penalty-runs", "receipt_16_regular"),
                Link(person, Permission.DayEnd, Level.Write, "Day end", "/day-end", "calendar_clock_16_regular", null, "G D")),
            Group("Set-up",
                Link(person, Permission.BrandSettings, Level.Read, "Products", "/products", "box_16_regular"),
                Link(person, Permission.BrandSettings, Level.Read, "Penalty classes", "/penalty-classifications", "warning_16_regular"),
                Link(person, Permission.BrandSettings, Level.Read, "Chart of accounts", "/chart-of-accounts", "document_table_16_regular"),
                Link(person, Permission.BrandSettings, Level.Read, "Re-loan rules", "/re-loan-rules", "settings_16_regular"),
                Link(person, Permission.PartnerUserManagement, Level.Read, "Staff", "/staff", "people_16_regular"),
                Link(person, Permission.PartnerUserManagement, Level.Read, "Audit log", "/audit", "history_16_regular"),
                Link(person, Permission.BrandSettings, Level.All, "No lender named", "/payments-without-a-lender", "arrow_swap_16_regular"),
                Link(person, Permission.BrandSettings, Level.Read, "Provider calls", "/provider-calls", "plug_connected_16_regular")),
        ];
        return [.. groups.OfType<NavGroup>()];
    }

    private static NavGroup? Group(string title, params ReadOnlySpan<RailLink?> links)
    {
        var open = new List<RailLink>();
        foreach (var link in links)
            if (link is not null) open.Add(link);
        return open.Count == 0 ? null : new(title, open);
    }

    private static RailLink? Link(
        StaffIdentity person, Permission permission, Level level, string text, string href, string icon, int? count = null, string? shortcut = null) =>
        person.May(permission, level) ? new(text, href, icon, count, shortcut) : null;
}
