using System.Collections.Immutable;

namespace Lending.Domain.Tests;

/// <summary>Things the tests lend with: a Brand on Sunday-free June days, two products, people, and what they bring.</summary>
internal static class A
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Day = new(2026, 6, 1);

    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(5.5));

    public const string LoanId = "LN-2606-00001";

    public const string Asha = "CU-2606-00001";

    public static readonly Brand Saffron = new("saffron", "Saffron Credit", "Asia/Kolkata", Day, new BrandSettings { SundayOff = false });

    /// <summary>1 % a day for 7 to 30 days; 10 % fee plus 18 % GST; 2 % penalty a day.</summary>
    public static readonly LoanProduct Payday = new(
        "payday", 1, "Payday", RepaymentPlan.Payday, Inr(5_000_00), Inr(50_000_00), 7, 30, 1m,
        [new FeeTerms("processing", "Processing fee", 10m, null, 18m)], new PenaltyTerms(2m));

    /// <summary>18 % a year for 3 to 36 months; 2 % fee plus 18 % GST and Rs 500 documentation fee without tax; 0.1 % penalty a day.</summary>
    public static readonly LoanProduct Emi = new(
        "emi", 3, "Personal loan", RepaymentPlan.Emi, Inr(10_000_00), Inr(5_00_000_00), 3, 36, 18m,
        [new FeeTerms("processing", "Processing fee", 2m, null, 18m), new FeeTerms("documentation", "Documentation fee", null, Inr(500_00), 0m)],
        new PenaltyTerms(0.1m));

    /// <summary>
    /// 24 % a year for 3 to 36 months; due on the 5th, a statement on the 1st asks for 10 % and at least Rs 500; 1 % of a draw plus 18 % GST; draws to Rs 10,000
    /// need no approval.
    /// </summary>
    public static readonly LoanProduct Line = new(
        "line", 1, "Flexi line", RepaymentPlan.CreditLine, Inr(10_000_00), Inr(5_00_000_00), 3, 36, 24m,
        [new FeeTerms("draw", "Draw fee", 1m, null, 18m) { When = FeeTime.EachDraw }], new PenaltyTerms(0.1m))
    {
        Line = new CreditLineTerms
        {
            DueDay = 5, DaysToDue = 4, MinimumPercent = 10m, MinimumFloor = Inr(500_00), DrawMin = Inr(1_000_00), DrawMax = Inr(1_00_000_00),
            DrawsWithoutApproval = Inr(10_000_00),
        },
        Overridable = [OverridableField.MinimumPercent],
    };

    public static readonly CustomerStanding Onboarded = new(Asha, [], 30, true);

    public static Money Inr(long minor) => Money.Inr(minor);

    public static CommandContext Borrower(string customerId = Asha) =>
        Context(new Actor(ActorKind.Borrower, customerId, "Borrower"), Grants.OfBorrower(customerId));

    public static CommandContext Staff(string id, StaffRole role) =>
        Context(new Actor(ActorKind.Staff, id, id, role.ToString()), StaffRoles.DefaultsOf(role));

    public static CommandContext With(string id, params (Permission, Level)[] levels) =>
        Context(new Actor(ActorKind.Staff, id, id), Grants.Of(levels));

    public static readonly CommandContext Priya = Staff("priya", StaffRole.CreditExecutive);
    public static readonly CommandContext Sunil = Staff("sunil", StaffRole.SanctionManager);
    public static readonly CommandContext Omar = Staff("omar", StaffRole.LoanOps);
    public static readonly CommandContext Lata = Staff("lata", StaffRole.LoanOps);
    public static readonly CommandContext Ravi = Staff("ravi", StaffRole.CollectionExecutive);
    public static readonly CommandContext System = Context(Actor.System("day-end"), Grants.Everything);

    public static IssueAgreement Agreement(DateOnly? expires = null) => new(
        "doc-1", "ab12", "sign-1", "https://sign.test/1", expires ?? Day.AddDays(2));

    public static Instalment Only(this Loan loan) => Assert.Single(loan.Instalments);

    private static CommandContext Context(Actor actor, Grants grants) => new("command-1", "saffron", actor, grants, Guid.Empty);
}
