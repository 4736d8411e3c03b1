namespace Lending.Domain;

/// <summary>The roles of LOS-003.</summary>
public enum StaffRole
{
    CreditExecutive, SanctionManager, SanctionHead, CollectionExecutive, CollectionManager, CollectionHead,
    LoanOps, Admin, SuperAdmin, Sales, SalesManager, SalesHead,
}

/// <summary>What each role may do before per-user overrides.</summary>
public static class StaffRoles
{
    public static Grants DefaultsOf(StaffRole role) => role switch
    {
        StaffRole.CreditExecutive => Grants.Of((Permission.Loans, Level.Read), (Permission.Customer, Level.Read),
            (Permission.CreditDecision, Level.Write), (Permission.LoanSendBack, Level.Write)),
        StaffRole.SanctionManager => Grants.Of((Permission.Loans, Level.Read), (Permission.Customer, Level.Read),
            (Permission.SanctionManager, Level.Write), (Permission.LoanSendBack, Level.Write)),
        StaffRole.SanctionHead => Grants.Of((Permission.Loans, Level.Read), (Permission.Customer, Level.Read),
            (Permission.SanctionManager, Level.Write), (Permission.SanctionHead, Level.All), (Permission.LoanSendBack, Level.Write)),
        StaffRole.CollectionExecutive => Grants.Of((Permission.Loans, Level.Read), (Permission.Collections, Level.Write),
            (Permission.PreCollections, Level.Write), (Permission.Payments, Level.Write)),
        StaffRole.CollectionManager or StaffRole.CollectionHead => Grants.Of((Permission.Loans, Level.Read), (Permission.Customer, Level.Read),
            (Permission.Collections, Level.All), (Permission.PreCollections, Level.All), (Permission.Payments, Level.All),
            (Permission.CollectionReallocateLoans, Level.Write)),
        StaffRole.LoanOps => Grants.Of((Permission.Loans, Level.Read), (Permission.Customer, Level.Read), (Permission.CompletedLoans, Level.Read),
            (Permission.LoanOps, Level.All), (Permission.Payments, Level.All), (Permission.DayEnd, Level.Write), (Permission.ClearValues, Level.Read),
            (Permission.PenaltyRuns, Level.All)),
        StaffRole.Admin or StaffRole.SuperAdmin => Grants.Of((Permission.Loans, Level.Read), (Permission.Customer, Level.Read),
            (Permission.CompletedLoans, Level.Read), (Permission.BrandSettings, Level.All), (Permission.PartnerUserManagement, Level.All),
            (Permission.ViewDashboard, Level.Read), (Permission.MasterReports, Level.Read), (Permission.DayEnd, Level.All),
            (Permission.GlobalSearch, Level.Read), (Permission.ClearValues, Level.Read)),
        StaffRole.Sales or StaffRole.SalesManager or StaffRole.SalesHead => Grants.Of((Permission.OnboardingInProgress, Level.Read)),
        _ => Grants.Nothing,
    };
}
