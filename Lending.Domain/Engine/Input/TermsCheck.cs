using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>Checks the terms of a loan as a whole: every field in bounds, and no two that contradict each other.</summary>
public static class TermsCheck
{
    public const int InstallmentsMax = 480;

    public const int EveryMax = 366;

    public const decimal RateMax = 1_000;

    // No schedule reaches beyond what dates can hold.
    private const int TermDaysMax = 36_600;

    /// <summary>The terms, or the refusal that names the field at fault.</summary>
    public static Outcome<CreditTerms> Of(LoanTermsInput input)
    {
        var asked = new Asked();
        var terms = Of(input, asked);
        return asked.Refusal is { } refusal ? refusal : terms;
    }

    internal static CreditTerms Of(LoanTermsInput p, Asked asked)
    {
        asked.Decimals = asked.Whole(p.Decimals, "product.decimals", 0, 4, 2);
        var family = asked.Choice<ScheduleFamily>(p.ScheduleType, "product.scheduleType");
        var terms = new CreditTerms
        {
            Principal = asked.Amount(p.Principal, "product.principal"),
            AnnualRatePct = asked.Number(p.AnnualRatePct, "product.annualRatePct", 0, RateMax, 6),
            Installments = asked.Whole(p.Installments, "product.installments", 1, InstallmentsMax),
            RepayEvery = asked.Whole(p.RepayEvery, "product.repayEvery", 1, EveryMax),
            RepayUnit = asked.Choice<TermUnit>(p.RepayUnit, "product.repayUnit"),
            Family = family,
            InterestBase = asked.Choice<InterestBase>(p.InterestType, "product.interestType", InterestBase.DecliningBalance),
            Amortization = asked.Choice<Amortization>(p.Amortization, "product.amortization", Amortization.EqualInstallments),
            InterestPeriods = asked.Choice<InterestPeriods>(p.InterestCalcPeriod, "product.interestCalcPeriod", InterestPeriods.Daily),
            DaysInYear = asked.Choice<YearLength>(p.DaysInYear, "product.daysInYear", YearLength.Actual),
            DaysInMonth = asked.Choice<MonthLength>(p.DaysInMonth, "product.daysInMonth", MonthLength.Actual),
            LeapDayInItsPeriodOnly = IsWord(p.DaysInYearStrategy, "Feb29PeriodOnly", asked, "product.daysInYearStrategy"),
            Decimals = asked.Decimals,
            InstallmentMultipleOf = asked.Whole(p.InstallmentMultipleOf, "product.installmentMultipleOf", 0, 1_000_000, 0),
            GracePrincipal = asked.Whole(p.GracePrincipal, "product.gracePrincipal", 0, InstallmentsMax, 0),
            GraceInterestPayment = asked.Whole(p.GraceInterestPayment, "product.graceInterestPayment", 0, InstallmentsMax, 0),
            InterestFreePeriods = asked.Whole(p.InterestFreePeriods, "product.interestFreePeriods", 0, InstallmentsMax, 0),
            DownPayment = p.DownPayment is null ? null
                : new(asked.Number(p.DownPayment.Percent, "product.downPayment.percent", 0.01m, 99.99m, 6), p.DownPayment.Auto ?? false),
            PartialPeriodInterest = p.AllowPartialPeriodInterest ?? false,
            Start = asked.Choice<ScheduleStart>(p.RepaymentStartDateType, "product.repaymentStartDateType", ScheduleStart.DisbursementDate),
            ExpectedDisbursements = Planned(p.ExpectedDisbursements ?? [], asked),
            MultiDisburse = p.MultiDisburse ?? false,
            FullTermTranche = p.FullTermTranche ?? false,
            InterestOnDisbursementDay = p.InterestRecognitionOnDisbursementDate ?? false,
            MonthEnd = asked.Choice<MonthEnd>(p.MonthEndDueDate, "product.monthEndDueDate", MonthEnd.LastDayOfMonth),
            Direction = asked.Choice<PaymentDirection>(p.Processing, "product.processing", PaymentDirection.Horizontal),
            ChargeOff = asked.Choice<ChargeOffEffect>(p.ChargeOffBehaviour, "product.chargeOffBehaviour", ChargeOffEffect.Regular),
            InterestRefund = p.InterestRefund ?? false,
            Recalculation = RecalculationCheck.Of(p.InterestRecalculation, asked),
        };
        terms = AllocationCheck.Add(terms, p, asked);
        if (asked.Refusal is null && Contradiction(terms) is { } refusal) asked.Refuse(refusal);
        return terms;
    }

    private static TermsContradict? Contradiction(CreditTerms terms)
    {
        var days = (long)terms.Installments * terms.RepayEvery * terms.RepayUnit switch { TermUnit.Months => 31, TermUnit.Weeks => 7, _ => 1 };
        var progressive = terms.Family is ScheduleFamily.Progressive;
        return (terms, progressive) switch
        {
            _ when days > TermDaysMax => new("product.installments", "The loan would last more than 100 years."),
            ({ InterestFreePeriods: > 0 }, _) => new("product.interestFreePeriods", "Interest-free instalments are not offered."),
            ({ Amortization: Amortization.EqualPrincipalPayments }, true) => new("product.amortization", "Progressive schedules have level instalments only."),
            ({ FullTermTranche: true, MultiDisburse: false }, _) => new("product.fullTermTranche", "Tranches with a full term need multiDisburse."),
            ({ FullTermTranche: true }, false) => new("product.fullTermTranche", "Cumulative schedules have no tranches with a full term."),
            _ when terms.GracePrincipal >= terms.Installments => new("product.gracePrincipal", "At least one instalment must repay principal."),
            _ when terms.GraceInterestPayment >= terms.Installments => new("product.graceInterestPayment", "At least one instalment must pay interest."),
            ({ GraceInterestPayment: > 0 }, false) => new("product.graceInterestPayment", "Cumulative schedules have no grace on interest payment."),
            ({ ChargebackOrder.IsEmpty: false }, false) => new("product.creditAllocation", "Cumulative schedules charge back principal only."),
            ({ MonthEnd: MonthEnd.FirstDayOfNextMonth, RepayUnit: not TermUnit.Months }, _) => new("product.monthEndDueDate", "Only monthly due dates have a month end."),
            _ => null,
        };
    }

    private static bool IsWord(string? value, string word, Asked asked, string field)
    {
        if (value is not null && value != word) asked.Refuse(new InputNotAChoice(field, word));
        return value == word;
    }

    private static ImmutableArray<PlannedDisbursement> Planned(IReadOnlyList<PlannedDisbursementInput?> sent, Asked asked)
    {
        const int TranchesMax = 50;
        if (sent.Count > TranchesMax) asked.Refuse(new InputOutOfBounds("product.expectedDisbursements", $"at most {TranchesMax} tranches"));
        var planned = ImmutableArray.CreateBuilder<PlannedDisbursement>();
        for (var i = 0; i < sent.Count && asked.Refusal is null; i++)
        {
            var field = $"product.expectedDisbursements[{i}]";
            planned.Add(new(asked.Date(sent[i]?.Date, $"{field}.date"), asked.Amount(sent[i]?.Amount, $"{field}.amount")));
        }

        return planned.ToImmutable();
    }
}
