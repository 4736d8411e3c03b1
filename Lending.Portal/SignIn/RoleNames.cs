using Lending.Domain;

namespace Lending.Portal.SignIn;

/// <summary>Roles in the words people use.</summary>
public static class RoleNames
{
    public static string Of(StaffRole role) => role switch
    {
        StaffRole.CreditExecutive => "Credit executive",
        StaffRole.SanctionManager => "Sanction manager",
        StaffRole.SanctionHead => "Sanction head",
        StaffRole.CollectionExecutive => "Collections executive",
        StaffRole.CollectionManager => "Collections manager",
        StaffRole.CollectionHead => "Collections head",
        StaffRole.LoanOps => "Loan ops",
        StaffRole.Admin => "Admin",
        StaffRole.SuperAdmin => "Super admin",
        StaffRole.Sales => "Sales",
        StaffRole.SalesManager => "Sales manager",
        StaffRole.SalesHead => "Sales head",
        _ => role.ToString(),
    };
}
