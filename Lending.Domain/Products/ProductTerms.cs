using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>The settings of a product as the engine's terms: for schedules, and for planning the open instalments of a running loan anew.</summary>
public static class ProductTerms
{
    private const int DaysInYear = 365;

    /// <summary>
    /// Terms of a loan over so much and so long; tenure is in the product's unit. A product of whole monthly periods counts its interest here by
    /// months of 30 days in a year of 360, which is the same for whole months and right for parts of one.
    /// </summary>
    public static CreditTerms Of(LoanProduct product, Money amount, int tenure) =>
        Of(product, amount, product.Plan is RepaymentPlan.Payday ? 1 : Tenures.InstalmentsOf(product, tenure), product.RatePercent, tenure);

    /// <summary>Terms over a number of instalments at a rate of the loan's own, a year (a day for payday); graces and down payment count from the first.</summary>
    public static CreditTerms Of(LoanProduct product, Money amount, int instalments, decimal ratePercent) =>
        Of(product, amount, instalments, ratePercent, product.TenureMax);

    /// <summary>
    /// What is left of a running loan after so many of its instalments, to be planned anew by the same method: the graces that are left, no down payment any
    /// more. A part of a period earns its part. Interest only is no grace here, for the principal waits for the end (<see cref="RemainingDebt"/>).
    /// </summary>
    public static CreditTerms OfTheRest(LoanProduct product, Money principal, int instalments, decimal ratePercent, int gone = 0)
    {
        var rest = Of(product, principal, instalments, ratePercent);
        if (product.Plan is not RepaymentPlan.Emi) return rest;
        var terms = product.Instalments ?? InstalmentTerms.Monthly;
        var left = rest with
        {
            DownPayment = null,
            GracePrincipal = terms.Method is RepayMethod.InterestOnly ? 0 : Math.Clamp(terms.GracePrincipal - gone, 0, instalments - 1),
            GraceInterestPayment = Math.Clamp(terms.GraceInterestPayment - gone, 0, instalments - 1),

            // A year of actual days has 365 by the cumulative rules; four weeks to a month are 48 weeks a year.
            DaysInYear = rest is { Family: ScheduleFamily.Cumulative, DaysInYear: YearLength.Actual } ? YearLength.Days365 : rest.DaysInYear,
            AnnualRatePct = terms.QuarterOfMonth ? Precise.Over(ratePercent * 13, 12) : ratePercent,
        };
        var byParts = ByParts(left with { Family = ScheduleFamily.Progressive });
        return byParts.InterestBase is InterestBase.Flat ? byParts with { Family = rest.Family } : byParts;
    }

    /// <summary>Terms with interest of whole periods left as such: what the contracted schedule is made with.</summary>
    internal static CreditTerms Contracted(LoanProduct product, InstalmentTerms terms, Money amount, int instalments, decimal ratePercent) =>
        OfInstalments(product, terms, Common(product, amount, instalments, ratePercent));

    private static CreditTerms Of(LoanProduct product, Money amount, int instalments, decimal ratePercent, int days) => product.Plan switch
    {
        RepaymentPlan.Payday => Common(product, amount, 1, ratePercent * DaysInYear) with
        {
            RepayEvery = days, RepayUnit = TermUnit.Days, DaysInYear = YearLength.Days365,
        },
        RepaymentPlan.CreditLine => throw new ArgumentException("A credit line has no schedule for the engine to make.", nameof(product)),
        RepaymentPlan.Emi => ByParts(OfInstalments(product, product.Instalments ?? InstalmentTerms.Monthly, Common(product, amount, instalments, ratePercent))),
    };

    private static CreditTerms Common(LoanProduct product, Money amount, int instalments, decimal ratePercent) => new()
    {
        Principal = amount.Major,
        AnnualRatePct = ratePercent,
        Installments = instalments,
        RepayEvery = 1,
        RepayUnit = TermUnit.Months,
        Decimals = amount.Currency.Decimals,
        Rounding = product.Rounding,
    };

    private static CreditTerms OfInstalments(LoanProduct product, InstalmentTerms terms, CreditTerms common)
    {
        var cumulative = terms.Rules is ScheduleFamily.Cumulative && !PlainMonths.Covers(terms);
        return common with
        {
            RepayUnit = UnitOf(terms),
            RepayEvery = terms.Unit is RepayUnit.SemiMonths or RepayUnit.AgreedDays ? 15 : terms.Every,
            Family = cumulative ? ScheduleFamily.Cumulative : ScheduleFamily.Progressive,
            InterestBase = terms.Method is RepayMethod.Flat ? InterestBase.Flat : InterestBase.DecliningBalance,
            Amortization = terms.Method is RepayMethod.EqualPrincipal ? Amortization.EqualPrincipalPayments : Amortization.EqualInstallments,
            InterestPeriods = terms.Interest,
            DaysInYear = terms.DaysInYear,
            DaysInMonth = terms.DaysInMonth,
            LeapDayInItsPeriodOnly = terms.LeapDayInItsPeriodOnly,
            InstallmentMultipleOf = terms.MultipleOf,
            GracePrincipal = terms.Method is RepayMethod.InterestOnly ? common.Installments - 1 : terms.GracePrincipal,
            GraceInterestPayment = terms.GraceInterestPayment,
            DownPayment = terms.DownPaymentPercent is { } percent ? new(percent, Auto: false) : null,
            MonthEnd = terms.MonthEnd,
        };
    }

    /// <summary>Whole periods as days that come to the same: months of 30 in 360, weeks in 364. Then a part of a period earns its part.</summary>
    internal static CreditTerms ByParts(CreditTerms terms) => (terms.InterestPeriods, terms.RepayUnit) switch
    {
        _ when terms.Family is ScheduleFamily.Cumulative => terms,
        (InterestPeriods.SameAsRepaymentPeriod, TermUnit.Months) => terms with
        {
            InterestPeriods = InterestPeriods.Daily, DaysInYear = YearLength.Days360, DaysInMonth = MonthLength.Days30,
        },
        (InterestPeriods.SameAsRepaymentPeriod, TermUnit.Weeks) => terms with
        {
            InterestPeriods = InterestPeriods.Daily, DaysInYear = YearLength.Days364, DaysInMonth = MonthLength.Actual,
        },
        _ => terms,
    };

    private static TermUnit UnitOf(InstalmentTerms terms) => terms.Unit switch
    {
        RepayUnit.Months => TermUnit.Months,
        RepayUnit.Weeks => TermUnit.Weeks,
        _ => TermUnit.Days,
    };
}
