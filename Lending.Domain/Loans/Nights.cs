using System.Globalization;

namespace Lending.Domain;

/// <summary>What a night accrued towards a figure, in words that are the same for every night of the same kind.</summary>
internal static class Nights
{
    /// <summary>Null when the night accrued nothing towards it. The rules told here are those of <see cref="Accruing"/>.</summary>
    public static ExplainedStep? Of(ExplainedFigure figure, Loan before, DayClosed night, LoanProduct product, int number = 0)
    {
        if (figure is not (ExplainedFigure.InterestDue or ExplainedFigure.PenaltyDue or ExplainedFigure.InstalmentPenalty)) return null;
        var isInterest = figure is ExplainedFigure.InterestDue;
        var (posted, exact) = (Money.Zero(before.Currency), 0m);
        var texts = new List<string>();
        foreach (var accrual in night.Accruals)
        {
            if (figure is ExplainedFigure.InstalmentPenalty && accrual.Number != number) continue;
            var instalment = before.Instalments[accrual.Number - 1];
            var grown = isInterest ? accrual.InterestExact - instalment.InterestExact : accrual.PenaltyExact - instalment.PenaltyExact;
            if (grown == 0m) continue;
            posted += isInterest ? accrual.InterestPosted : accrual.PenaltyPosted;
            exact += grown;
            texts.Add(isInterest ? InterestText(before, instalment, night, product) : LateText(before, instalment, night.Date, product));
        }

        return texts.Count == 0 ? null : new(night.Date, night.Date, 0, 0, string.Join("; ", texts), posted, exact);
    }

    private static string InterestText(Loan loan, Instalment instalment, DayClosed night, LoanProduct product)
    {
        var suspended = night.InterestSuspended ? ", held in suspense" : "";
        var nights = instalment.Due.DayNumber - instalment.From.DayNumber;
        return product.Plan switch
        {
            RepaymentPlan.Emi when night.Accruals.Any(accrual => accrual.Number == instalment.Number && accrual.Interest is not null) =>
                $"Interest of instalment {instalment.Number}, and of {AmountText.Text(RealBalance.OverdueAt(loan, night.Date))} overdue principal{suspended}",
            RepaymentPlan.Emi when IsEven(instalment, night.Date, nights) =>
                $"Interest of instalment {instalment.Number}, each night one of {nights} equal parts of {AmountText.Text(instalment.Interest)}{suspended}",
            RepaymentPlan.Emi =>
                $"Interest of instalment {instalment.Number}, each night an equal part of what is left of {AmountText.Text(instalment.Interest)}{suspended}",
            RepaymentPlan.CreditLine =>
                $"Interest, each night a {LineNights.DaysOf(product)}th of {Percent(loan.RatePercent ?? product.RatePercent)} of {AmountText.Text(Revolving.Drawn(loan))} drawn{suspended}",
            RepaymentPlan.Payday =>
                $"Interest, each night {Percent(loan.RatePercent ?? product.RatePercent)} of {AmountText.Text(instalment.PrincipalLeft)}{suspended}",
        };
    }

    /// <summary>Whether every night so far bore the same part: nothing changed on the way. Endless digits leave a trace far below a minor unit.</summary>
    private static bool IsEven(Instalment instalment, DateOnly night, int nights) =>
        Math.Abs(instalment.InterestExact * nights - (decimal)instalment.Interest.Minor * (night.DayNumber - instalment.From.DayNumber)) < 0.001m;

    private static string LateText(Loan loan, Instalment instalment, DateOnly date, LoanProduct product)
    {
        if (product.LateCharges is not { } late)
            return $"Penalty on instalment {instalment.Number}, each night {Percent(product.Penalty.DailyPercent)} of {AmountText.Text(instalment.PrincipalLeft + instalment.InterestLeft)} overdue";
        if (!late.Bands.IsEmpty)
        {
            var band = LateCharging.BandOf(late, LoanFigures.DaysLate(loan, instalment, date));
            return band is { Percent: { } share } ? $"Late charge \"{band.Name}\", {Percent(share)} of what is overdue" : $"Late charge \"{band?.Name}\"";
        }

        var often = late.Frequency switch { LateChargeFrequency.Daily => "each night", LateChargeFrequency.Weekly => "each week", LateChargeFrequency.Monthly => "each month" };
        if (late.Percent is not { } percent) return $"Late charge, {often} {AmountText.Text(late.Fixed!.Value)}";
        var overdue = new Money(LateCharging.OverdueOf(instalment, late.Base), loan.Currency);
        return $"Late charge on instalment {instalment.Number}, {often} {Percent(percent)} of {AmountText.Text(overdue)} overdue{CompoundText(loan, instalment, date, late)}";
    }

    private static string CompoundText(Loan loan, Instalment instalment, DateOnly date, LateChargeTerms late) => late switch
    {
        { Compound: false } => "",
        { CompoundEvery: LateCompounding.Daily } => " and of late charges not paid",
        _ when LateCharging.BearingOf(loan, instalment, date, late) is > 0 and var bearing => $" and of {AmountText.Text(new Money(bearing, loan.Currency))} late charges not paid by then",
        _ => "",
    };

    private static string Percent(decimal rate) => rate.ToString("0.####", CultureInfo.InvariantCulture) + " %";
}
