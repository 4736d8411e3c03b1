using Lending.Domain;
using Lending.Domain.Engine;

namespace Lending.Portal.ProductEditing;

/// <summary>
/// Puts back settings that a choice has made meaningless and that the editor does not show any more, so that nobody is asked to correct a field they
/// cannot see. What is shown is never changed behind somebody's back, except to the only value left.
/// </summary>
public static class ProductSettling
{
    public static LoanProduct Settle(LoanProduct product) => WithTds(product.Plan is RepaymentPlan.CreditLine ? OfLine(product)
        : OfLoan(product with { Line = null, Overridable = product.Overridable.Remove(OverridableField.MinimumPercent), Fees = [.. product.Fees.Select(WithoutDraws)] }));

    private static LoanProduct WithTds(LoanProduct product) => product with
    {
        Fees = [.. product.Fees.Select(fee => fee with { TdsBooked = fee is { TdsBooked: true, TdsPercent: > 0, When: FeeTime.Payout } })],
    };

    private static LoanProduct OfLine(LoanProduct product) => product with
    {
        Instalments = null, Excess = ExcessMoney.HoldAsAdvance, Prepayment = null, Coupons = [], Line = Settle(product.Line ?? new CreditLineTerms()),
        Fees = [.. product.Fees.Select(fee => fee with { When = FeeTime.EachDraw, Base = FeeBase.Amount, DaysAfterPayout = 0 })],
    };

    private static CreditLineTerms Settle(CreditLineTerms terms) => terms with { DueDay = terms.Unit is RepayUnit.Months ? terms.DueDay : null };

    private static FeeTerms WithoutDraws(FeeTerms fee) => fee.When is FeeTime.EachDraw ? fee with { When = FeeTime.Payout } : fee;

    private static LoanProduct OfLoan(LoanProduct product) => product.Plan is RepaymentPlan.Payday
        ? product with { Instalments = null, Excess = ExcessMoney.HoldAsAdvance, Fees = [.. product.Fees.Select(fee => fee with { When = FeeTime.Payout, Base = FeeBase.Amount, DaysAfterPayout = 0 })] }
        : product with { Instalments = Settle(product.Instalments ?? InstalmentTerms.Monthly), Fees = [.. product.Fees.Select(Settle)] };

    /// <summary>Whether a rest taker goes with method and rules.</summary>
    public static bool MayTake(RestTaker rest, InstalmentTerms terms) => (terms.Method, terms.Rules is ScheduleFamily.Progressive) switch
    {
        (RepayMethod.Level, true) => rest is not RestTaker.Last,
        (RepayMethod.Balloon, true) => rest is RestTaker.Spread,
        (RepayMethod.Balloon, false) or (RepayMethod.InterestOnly, _) => rest is RestTaker.Last,
        _ => rest is not RestTaker.Spread,
    };

    private static FeeTerms Settle(FeeTerms fee) => fee with
    {
        Base = fee is { When: FeeTime.EachInstalment, Percent: not null } ? fee.Base : FeeBase.Amount,
        DaysAfterPayout = fee.When is FeeTime.OnDay ? fee.DaysAfterPayout : 0,
    };

    private static InstalmentTerms Settle(InstalmentTerms terms)
    {
        if (terms.QuarterOfMonth && terms.Unit is RepayUnit.Weeks)
            return InstalmentTerms.Monthly with { Unit = RepayUnit.Weeks, QuarterOfMonth = true, Holidays = terms.Holidays };
        var whole = terms.Unit is RepayUnit.Weeks or RepayUnit.Months;
        terms = terms with
        {
            QuarterOfMonth = false,
            Every = whole || terms.Unit is RepayUnit.Days ? terms.Every : 1,
            TenureUnit = terms.Unit is RepayUnit.Days or RepayUnit.AgreedDays || (terms.Unit is RepayUnit.Months && terms.Every > 1) ? TenureUnit.Instalments : terms.TenureUnit,
            SemiMonthlyDays = terms.Unit is not RepayUnit.SemiMonths ? [] : terms.SemiMonthlyDays.IsDefaultOrEmpty ? [1, 16] : terms.SemiMonthlyDays,
            DaysAfterPayout = terms.Unit is not RepayUnit.AgreedDays ? [] : terms.DaysAfterPayout.IsDefaultOrEmpty ? [30, 60, 90] : terms.DaysAfterPayout,
            BalloonPercent = terms.Method is not RepayMethod.Balloon ? 0 : terms.BalloonPercent == 0 ? 30m : terms.BalloonPercent,
            Interest = whole ? terms.Interest : InterestPeriods.Daily,
            DueDay = terms.Unit is RepayUnit.Months ? terms.DueDay : null,
            MonthEnd = terms.Unit is RepayUnit.Months ? terms.MonthEnd : MonthEnd.LastDayOfMonth,
        };
        terms = terms with { Rules = RulesOf(terms) };
        var progressive = terms.Rules is ScheduleFamily.Progressive;
        var byDays = terms.Interest is InterestPeriods.Daily;
        return terms with
        {
            DaysInYear = byDays ? terms.DaysInYear : YearLength.Actual,
            DaysInMonth = byDays && progressive && terms.Unit is RepayUnit.Months ? terms.DaysInMonth : MonthLength.Actual,
            LeapDayInItsPeriodOnly = byDays && progressive && terms.DaysInYear is YearLength.Actual && terms.LeapDayInItsPeriodOnly,
            RestGoesTo = MayTake(terms.RestGoesTo, terms) ? terms.RestGoesTo : Enum.GetValues<RestTaker>().First(rest => MayTake(rest, terms)),
            InterestOn = FollowsBalance(terms) ? terms.InterestOn : InterestOn.Schedule,
            Rest = FollowsBalance(terms) && terms.InterestOn is InterestOn.RealBalance ? terms.Rest : InterestRest.Daily,
            MultipleOf = terms.Method is RepayMethod.Balloon or RepayMethod.InterestOnly ? 0 : terms.MultipleOf,
            GracePrincipal = terms.Method is RepayMethod.InterestOnly ? 0 : terms.GracePrincipal,
            GraceInterestPayment = progressive && terms.Method is RepayMethod.Level ? terms.GraceInterestPayment : 0,
            BrokenPeriod = terms.DueDay is null ? BrokenPeriod.ByDays : terms.BrokenPeriod,
            DownPaymentPercent = terms.Method is RepayMethod.Balloon or RepayMethod.InterestOnly ? null : terms.DownPaymentPercent,
        };
    }

    private static bool FollowsBalance(InstalmentTerms terms) => terms is { Method: RepayMethod.Level, Rules: ScheduleFamily.Progressive, Interest: InterestPeriods.Daily };

    // Where only one of the two rule sets can do it, that one.
    private static ScheduleFamily RulesOf(InstalmentTerms terms) => terms switch
    {
        { Method: RepayMethod.EqualPrincipal } => ScheduleFamily.Cumulative,
        { Method: RepayMethod.Flat, Interest: InterestPeriods.Daily } => ScheduleFamily.Progressive,
        { Method: RepayMethod.Level or RepayMethod.Balloon, Unit: RepayUnit.SemiMonths or RepayUnit.AgreedDays } => ScheduleFamily.Progressive,
        _ => terms.Rules,
    };
}
