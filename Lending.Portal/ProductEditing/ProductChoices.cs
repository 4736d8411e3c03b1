using Lending.Domain;
using Lending.Domain.Engine;
using Lending.Portal.Components;

namespace Lending.Portal.ProductEditing;

/// <summary>The choices of a product's settings as they read in the editor.</summary>
public static class ProductChoices
{
    public static readonly IReadOnlyList<Choice<RepaymentPlan>> Plans = [new(RepaymentPlan.Emi, "In instalments"), new(RepaymentPlan.Payday, "In one sum (payday)"), new(RepaymentPlan.CreditLine, "By statements (line of credit)")];

    public static readonly IReadOnlyList<Choice<RepayUnit>> CycleUnits = [new(RepayUnit.Months, "Months"), new(RepayUnit.Weeks, "Weeks")];

    public static readonly IReadOnlyList<Choice<MinimumBase>> MinimumBases = [new(MinimumBase.PrincipalAndInterest, "Principal and interest"), new(MinimumBase.Principal, "Principal")];

    public static readonly IReadOnlyList<Choice<YearLength>> LineYears = [new(YearLength.Days365, "365 days"), new(YearLength.Days360, "360 days"), new(YearLength.Days364, "364 days")];

    public static readonly IReadOnlyList<Choice<RepayMethod>> Methods =
    [
        new(RepayMethod.Level, "Level instalment, reducing balance"), new(RepayMethod.EqualPrincipal, "Equal principal, reducing balance"),
        new(RepayMethod.Flat, "Flat interest on the whole amount"), new(RepayMethod.InterestOnly, "Interest only, principal at the end"),
        new(RepayMethod.Balloon, "Level, with a part at the end (balloon)"),
    ];

    public static readonly IReadOnlyList<Choice<RepayUnit>> Units =
    [
        new(RepayUnit.Months, "Months"), new(RepayUnit.Weeks, "Weeks"), new(RepayUnit.SemiMonths, "Half-months"), new(RepayUnit.Days, "Days"), new(RepayUnit.AgreedDays, "Agreed days"),
    ];

    public static readonly IReadOnlyList<Choice<TenureUnit>> TenureUnits = [new(TenureUnit.Months, "Months (4 weeks are one)"), new(TenureUnit.Instalments, "Instalments")];

    public static readonly IReadOnlyList<Choice<ScheduleFamily>> Families = [new(ScheduleFamily.Cumulative, "Cumulative"), new(ScheduleFamily.Progressive, "Progressive")];

    public static readonly IReadOnlyList<Choice<InterestPeriods>> Interest = [new(InterestPeriods.SameAsRepaymentPeriod, "The same for every whole period"), new(InterestPeriods.Daily, "By the days of each period")];

    public static readonly IReadOnlyList<Choice<YearLength>> Years = [new(YearLength.Actual, "Actual"), new(YearLength.Days365, "365 days"), new(YearLength.Days360, "360 days"), new(YearLength.Days364, "364 days")];

    public static readonly IReadOnlyList<Choice<MonthLength>> Months = [new(MonthLength.Actual, "Actual"), new(MonthLength.Days30, "30 days")];

    public static readonly IReadOnlyList<Choice<MidpointRounding>> Roundings =
    [
        new(MidpointRounding.AwayFromZero, "Half up"), new(MidpointRounding.ToEven, "Half to even"), new(MidpointRounding.ToPositiveInfinity, "Up"), new(MidpointRounding.ToZero, "Down"),
    ];

    public static readonly IReadOnlyList<Choice<InterestOn>> InterestBases = [new(InterestOn.Schedule, "The schedule"), new(InterestOn.RealBalance, "The balance really owed")];

    public static readonly IReadOnlyList<Choice<InterestRest>> BalanceRests = [new(InterestRest.Daily, "From its night on"), new(InterestRest.Period, "From the next instalment's period on")];

    public static readonly IReadOnlyList<Choice<RestTaker>> Rests = [new(RestTaker.Last, "Last instalment"), new(RestTaker.Spread, "Spread over all"), new(RestTaker.First, "First instalment")];

    public static readonly IReadOnlyList<Choice<BrokenPeriod>> BrokenPeriods = [new(BrokenPeriod.ByDays, "With the first instalment"), new(BrokenPeriod.Upfront, "Out of the payout"), new(BrokenPeriod.Spread, "Spread over all")];

    public static readonly IReadOnlyList<Choice<HolidayRule>> Holidays = [new(HolidayRule.KeepDueDate, "Pay on the next working day, interest to the due date"), new(HolidayRule.MoveDueDate, "Move the due date")];

    public static readonly IReadOnlyList<Choice<MonthEnd>> MonthEnds = [new(MonthEnd.LastDayOfMonth, "Last day of the month"), new(MonthEnd.FirstDayOfNextMonth, "First of the next")];

    public static readonly IReadOnlyList<Choice<FeeTime>> FeeTimes = [new(FeeTime.Payout, "Out of the payout"), new(FeeTime.EachInstalment, "With each instalment"), new(FeeTime.OnDay, "On a day")];

    public static readonly IReadOnlyList<Choice<bool>> TdsTimes = [new(false, "No, settled outside the loan"), new(true, "Yes, the borrower keeps it for the tax office")];

    public static readonly IReadOnlyList<Choice<FeeBase>> FeeBases = [new(FeeBase.Amount, "Amount lent"), new(FeeBase.Principal, "Principal"), new(FeeBase.Interest, "Interest"), new(FeeBase.PrincipalAndInterest, "Principal and interest")];

    public static readonly IReadOnlyList<Choice<bool>> Priced = [new(true, "Percent"), new(false, "Fixed sum")];

    public static readonly IReadOnlyList<Choice<bool>> YesNo = [new(false, "No"), new(true, "Yes")];

    public static readonly IReadOnlyList<Choice<LateChargeFrequency>> Frequencies = [new(LateChargeFrequency.Daily, "Daily"), new(LateChargeFrequency.Weekly, "Weekly"), new(LateChargeFrequency.Monthly, "Monthly")];

    public static readonly IReadOnlyList<Choice<LateChargeBase>> LateBases = [new(LateChargeBase.PrincipalAndInterest, "Overdue principal and interest"), new(LateChargeBase.Principal, "Overdue principal"), new(LateChargeBase.PrincipalInterestAndFees, "Overdue principal, interest and fees")];

    public static readonly IReadOnlyList<Choice<LateCompounding>> Compoundings =
        [new(LateCompounding.Daily, "Every day"), new(LateCompounding.Weekly, "Every week"), new(LateCompounding.Monthly, "Every month"), new(LateCompounding.Instalment, "With each instalment due")];

    public static readonly IReadOnlyList<Choice<PaymentDirection>> Directions = [new(PaymentDirection.Horizontal, "Instalment by instalment"), new(PaymentDirection.Vertical, "Debt by debt")];

    public static readonly IReadOnlyList<Choice<ExcessMoney>> Excess = [new(ExcessMoney.HoldAsAdvance, "Waits for the next instalment"), new(ExcessMoney.ReduceInstalment, "Lowers the instalments"), new(ExcessMoney.ReduceTenure, "Shortens the loan"), new(ExcessMoney.PayInstalments, "Pays the instalments to come"), new(ExcessMoney.PayLastInstalments, "Pays the last instalments first")];

    /// <summary>The usual orders of payment; the first is the default.</summary>
    public static readonly IReadOnlyList<Choice<Waterfall>> Orders =
    [
        .. new DebtKind[][]
        {
            [DebtKind.Penalty, DebtKind.Fee, DebtKind.Interest, DebtKind.Principal], [DebtKind.Interest, DebtKind.Principal, DebtKind.Fee, DebtKind.Penalty],
            [DebtKind.Principal, DebtKind.Interest, DebtKind.Fee, DebtKind.Penalty], [DebtKind.Fee, DebtKind.Penalty, DebtKind.Interest, DebtKind.Principal],
            [DebtKind.Interest, DebtKind.Fee, DebtKind.Penalty, DebtKind.Principal],
        }.Select(order => new Waterfall([.. order])).Select(order => new Choice<Waterfall>(order, string.Join(", ", order.Words))),
    ];

    public static string TextOf<T>(IReadOnlyList<Choice<T>> choices, T value) =>
        choices.FirstOrDefault(choice => EqualityComparer<T>.Default.Equals(choice.Value, value))?.Text ?? value?.ToString() ?? "";
}
