namespace Lending.Domain.Engine;

/// <summary>A fee or penalty that was entered, with its due date; an instalment fee has none.</summary>
internal sealed class AccountCharge
{
    public required int Sequence { get; init; }

    public required bool Penalty { get; init; }

    public required DateOnly Due { get; init; }

    public required DateOnly EnteredOn { get; init; }

    public decimal Amount { get; init; }

    public InstallmentFee? PerInstallment { get; init; }

    public decimal Waived { get; set; }

    public decimal Paid { get; set; }

    /// <summary>Where it stands in history: entered that day, or on its due date where that had passed.</summary>
    public DateOnly Effective => PerInstallment is null && Due < EnteredOn ? Due : EnteredOn;
}
