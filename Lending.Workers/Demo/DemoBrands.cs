using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Lending.Domain;

namespace Lending.Workers.Demo;

/// <summary>One person of a demo Brand's staff.</summary>
public sealed record DemoStaff(string Id, string Name, string Email, StaffRole Role);

/// <summary>The two demo Brands with their staff and products. Addresses and people are invented.</summary>
public static class DemoBrands
{
    /// <summary>Every demo log-in has this password; no real installation has demo data.</summary>
    public const string Password = "Lending-demo-1";

    public static ImmutableArray<Brand> All(DateOnly firstDay) =>
    [
        new("saffron", "Saffron Credit", "Asia/Kolkata", firstDay, new BrandSettings
        {
            LegalName = "Saffron Credit Private Limited", LegalAddress = "4 Lavelle Road, Bengaluru 560001", FollowsTheClock = false,
            GrievanceOfficer = "Leela Krishnan", GrievancePhone = "+91 80 0000 0001", GrievanceEmail = "grievance@saffron.test", StatementDay = 1,
            Holidays = [new DateOnly(firstDay.Year, 10, 2), new DateOnly(firstDay.Year + 1, 1, 26)],
            Reloans = new ReloanPolicy { Enabled = true, Automatic = true, ApprovalNeeded = true, ToleranceDays = 2, HikePercent = 10m, OfferDays = 21 },
        }),
        new("indigo", "Indigo Finance", "Asia/Kolkata", firstDay, new BrandSettings
        {
            LegalName = "Indigo Finance Limited", LegalAddress = "18 Park Street, Kolkata 700016", FollowsTheClock = false, MinimumLoan = Money.Inr(5_000_00),
            GrievanceOfficer = "Tapan Dutta", GrievancePhone = "+91 33 0000 0002", GrievanceEmail = "grievance@indigo.test",
            Reloans = new ReloanPolicy { Enabled = true, Automatic = true, HikeAmount = Money.Inr(5_000_00) },
        }),
    ];

    public static ImmutableArray<LoanProduct> Products(string brand) =>
    [
        new("PAYDAY", 1, brand == "saffron" ? "Salary advance" : "Payday loan", RepaymentPlan.Payday, Money.Inr(5_000_00), Money.Inr(60_000_00), 7, 45, 0.5m,
            [
                new FeeTerms("processing", "Processing fee", 3m, null, 18m),
                new FeeTerms("convenience", "Convenience fee", null, Money.Inr(100_00), 18m),
            ],
            new PenaltyTerms(0.1m, Cap: Money.Inr(5_000_00))),
        new("EMI", 1, "Salary EMI", RepaymentPlan.Emi, Money.Inr(15_000_00), Money.Inr(5_00_000_00), 3, 24, brand == "saffron" ? 18m : 21m,
            [
                new FeeTerms("processing", "Processing fee", 2m, null, 18m),
                new FeeTerms("convenience", "Convenience fee", null, Money.Inr(250_00), 18m),
                new FeeTerms("documentation", "Documentation fee", null, Money.Inr(500_00), 0m),
            ],
            new PenaltyTerms(0.08m, GraceDays: 0)) { DaysToDue = brand == "saffron" ? null : 5 },
        .. brand == "saffron" ? [Flexi] : ImmutableArray<LoanProduct>.Empty,
    ];

    /// <summary>Two classes that products can take, and one that waits for somebody to put it in force.</summary>
    public static ImmutableArray<PenaltyClassification> PenaltyClasses { get; } =
    [
        new("late", 1, "Late", Currency.Inr, 1, 30, null, Money.Inr(250_00)),
        new("very-late", 1, "Very late", Currency.Inr, 31, 60, 2m, null),
        new("gone", 1, "Gone silent", Currency.Inr, 61, null, null, Money.Inr(1_500_00)),
    ];

    /// <summary>A line of credit: due on the 5th, billed on the 1st, a tenth at least; draws to 15,000 are paid at once.</summary>
    private static LoanProduct Flexi { get; } = new(
        "FLEXI", 1, "Flexi credit line", RepaymentPlan.CreditLine, Money.Inr(20_000_00), Money.Inr(3_00_000_00), 6, 24, 24m,
        [new FeeTerms("draw", "Draw fee", 1m, null, 18m) { When = FeeTime.EachDraw }], new PenaltyTerms(0.08m))
    {
        Category = "Revolving credit", Description = "A limit to draw from as often as needed; interest only on what is drawn.",
        Line = new CreditLineTerms
        {
            DueDay = 5, DaysToDue = 4, MinimumPercent = 10m, MinimumFloor = Money.Inr(500_00), DrawMin = Money.Inr(1_000_00), DrawsWithoutApproval = Money.Inr(15_000_00),
        },
        Overridable = [OverridableField.MinimumPercent],
    };

    public static ImmutableArray<DemoStaff> Staff(string brand) => brand switch
    {
        "saffron" =>
        [
            Person("saffron", "Deepa Nair", StaffRole.CreditExecutive), Person("saffron", "Rohan Mehta", StaffRole.CreditExecutive),
            Person("saffron", "Aparna Kelkar", StaffRole.SanctionManager), Person("saffron", "Vikram Rao", StaffRole.SanctionHead),
            Person("saffron", "Neha Pillai", StaffRole.LoanOps), Person("saffron", "Sameer Jadhav", StaffRole.LoanOps),
            Person("saffron", "Imran Shaikh", StaffRole.CollectionManager), Person("saffron", "Kavya Iyer", StaffRole.CollectionExecutive),
            Person("saffron", "Meera Joshi", StaffRole.Admin), Person("saffron", "Arjun Sethi", StaffRole.SalesManager),
            Person("saffron", "Nandita Rao", StaffRole.SuperAdmin),
        ],
        _ =>
        [
            Person("indigo", "Ananya Bose", StaffRole.CreditExecutive), Person("indigo", "Farhan Ali", StaffRole.SanctionManager),
            Person("indigo", "Ritu Sen", StaffRole.LoanOps), Person("indigo", "Joseph Thomas", StaffRole.LoanOps),
            Person("indigo", "Tara Dutta", StaffRole.CollectionExecutive), Person("indigo", "Kabir Ghosh", StaffRole.Admin),
            Person("indigo", "Mitali Sarkar", StaffRole.SuperAdmin),
        ],
    };

    /// <summary>The secret behind the six-digit code; the Sandbox's authenticator page shows the codes of demo staff by the same rule.</summary>
    public static string TotpSecretOf(string email) => Totp.Encode(SHA256.HashData(Encoding.UTF8.GetBytes($"demo-totp:{email}")).AsSpan(0, 20));

    private static DemoStaff Person(string brand, string name, StaffRole role)
    {
        var first = name.Split(' ')[0].ToLowerInvariant();
        return new DemoStaff($"{brand}-{first}", name, $"{first}@{brand}.test", role);
    }
}
