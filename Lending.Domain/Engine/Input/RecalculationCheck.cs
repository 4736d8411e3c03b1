namespace Lending.Domain.Engine;

/// <summary>Reads the settings of interest that follows the balance.</summary>
internal static class RecalculationCheck
{
    private const string Field = "product.interestRecalculation";

    public static RecalculationTerms? Of(RecalculationInput? input, Asked asked)
    {
        if (input is null) return null;
        if (input.Compounding is not (null or "None")) asked.Refuse(new InputNotAChoice($"{Field}.compounding", "None"));
        if (input.CompoundingFreq is not null) asked.Refuse(new InputNotUsed($"{Field}.compoundingFreq"));
        if (input.RestInterval is not (null or 1)) asked.Refuse(new InputOutOfBounds($"{Field}.restInterval", "1"));
        return new(
            asked.Choice<RestPeriod>(input.Rest, $"{Field}.rest", RestPeriod.Daily),
            asked.Choice<PayoffInterest>(input.PreClose, $"{Field}.preClose", PayoffInterest.TillPreCloseDate),
            asked.Choice<RecalculationEffect>(input.Adjust, $"{Field}.adjust", RecalculationEffect.AdjustLastUnpaidPeriod),
            input.NoCalcOnPastDue ?? false);
    }
}
