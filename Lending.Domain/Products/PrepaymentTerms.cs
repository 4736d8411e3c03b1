namespace Lending.Domain;

/// <summary>
/// What paying early costs: percent of the principal paid early in part, and of the principal left when the loan is closed early, both with GST
/// in percent on top. Nothing before the due date is early once so many instalments are paid.
/// </summary>
public sealed record PrepaymentTerms(decimal PartPercent, decimal ForeclosurePercent, decimal GstPercent)
{
    /// <summary>Free once so many instalments are paid; null is never.</summary>
    public int? FreeAfterInstalments { get; init; }

    /// <summary>Free in the Brand's cooling-off days, as the Reserve Bank demands of digital lending.</summary>
    public bool FreeWhileCoolingOff { get; init; } = true;
}

/// <summary>From these days past due on, so many percent of the principal owed is set aside; up to the next band.</summary>
public sealed record ProvisionBand(int FromDpd, decimal Percent);
