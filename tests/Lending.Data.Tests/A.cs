using Lending.Domain;

namespace Lending.Data.Tests;

/// <summary>Brands, products and people of the tests.</summary>
internal static class A
{
    public static readonly DateOnly Day = new(2026, 6, 1);

    public static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(5.5));

    public static readonly Brand Saffron = new("saffron", "Saffron Credit", "Asia/Kolkata", Day, new BrandSettings { SundayOff = false, MinimumLoan = Money.Inr(5_000_00) });

    public static readonly Brand Indigo = new("indigo", "Indigo Finance", "Asia/Kolkata", Day, new BrandSettings { SundayOff = false, MinimumLoan = Money.Inr(5_000_00) });

    public static readonly LoanProduct Payday = new(
        "payday", 1, "Payday", RepaymentPlan.Payday, Money.Inr(5_000_00), Money.Inr(50_000_00), 7, 30, 1m,
        [new FeeTerms("processing", "Processing fee", 10m, null, 18m)], new PenaltyTerms(2m));

    public static readonly LoanProduct Emi = new(
        "emi", 3, "Personal loan", RepaymentPlan.Emi, Money.Inr(10_000_00), Money.Inr(5_00_000_00), 3, 36, 18m,
        [new FeeTerms("processing", "Processing fee", 2m, null, 18m)], new PenaltyTerms(0.1m));

    /// <summary>24 % a year; due on the 5th, a statement on the 1st asks for 10 %; 1 % of a draw plus 18 % GST.</summary>
    public static readonly LoanProduct Line = new(
        "line", 1, "Flexi line", RepaymentPlan.CreditLine, Money.Inr(10_000_00), Money.Inr(5_00_000_00), 3, 36, 24m,
        [new FeeTerms("draw", "Draw fee", 1m, null, 18m) { When = FeeTime.EachDraw }], new PenaltyTerms(0.1m))
    {
        Line = new CreditLineTerms { DueDay = 5, DaysToDue = 4, MinimumPercent = 10m },
    };

    public static readonly byte[] MasterKey = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    public static CommandContext System(string commandId, string brand = "saffron") =>
        new(commandId, brand, Actor.System("test"), Grants.Everything, Guid.Parse("11111111-2222-3333-4444-555555555555"));

    public static CommandContext Staff(string commandId, string id, string brand = "saffron") =>
        System(commandId, brand) with { Actor = new Actor(ActorKind.Staff, id, id, nameof(StaffRole.LoanOps)) };
}
