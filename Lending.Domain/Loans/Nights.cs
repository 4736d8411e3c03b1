using System.Globalization;

namespace Lending.Domain;

/// <summary>What a night accrued towards a figure, in words that are the same for every night of the same kind.</summary>
internal static class Nights
{
    /// <summary>Null when the night accrued nothing towards it. The rules told here are those of <see cref="Accruing"/>.</summary>
    public static ExplainedStep? Of(ExplainedFigure figure, Loan before, DayClosed night, LoanProduct product)
    {
        if (figure is not (ExplainedFigure.InterestDue or ExplainedFigure.PenaltyDue)) return null;
        var isInterest = figure is ExplainedFigure.InterestDue;
        var (posted, exact) = (Money.Zero(before.Currency), 0m);
        var texts = new List<string>();
        foreach (var accrual in night.Accruals)
        {
            var instalment = before.Instalments[accrual.Number - 1];
            var grown = isInterest ? accrual.InterestExact - instalment.InterestExact : accrual.PenaltyExact - instalment.PenaltyExact;
            if (grown == 0m) continue;
            posted += isInterest ? accrual.InterestPosted : accrual.PenaltyPosted;
            exact += grown;
            texts.Add(isInterest ? InterestText(instalment, product) : PenaltyText(instalment, product));
        }

        return texts.Count == 0 ? null : new(night.Date, night.Date, 0, 0, string.Join("; ", texts), posted, exact);
    }

    private static string InterestText(Instalment instalment, LoanProduct product) => product.Plan switch
    {
        RepaymentPlan.Emi => $"Interest of instalment {instalment.Number}, each night one of {instalment.Due.DayNumber - instalment.From.DayNumber} equal parts of {AmountText.Text(instalment.Interest)}",
        RepaymentPlan.Payday => $"Interest, each night {Percent(product.RatePercent)} of {AmountText.Text(instalment.PrincipalLeft)}",
    };

    private static string PenaltyText(Instalment instalment, LoanProduct product) =>
        $"Penalty on instalment {instalment.Number}, each night {Percent(product.Penalty.DailyPercent)} of {AmountText.Text(instalment.PrincipalLeft + instalment.InterestLeft)} overdue";

    private static string Percent(decimal rate) => rate.ToString("0.####", CultureInfo.InvariantCulture) + " %";
}
