namespace Lending.Domain.Engine;

/// <summary>One kind of debt in an instalment. Credited is the part of Charged that a chargeback or refund brought back.</summary>
internal sealed class Debt
{
    public decimal Charged { get; set; }

    public decimal Credited { get; set; }

    public decimal Paid { get; set; }

    public decimal Waived { get; set; }

    public decimal WrittenOff { get; set; }

    public decimal Open => Charged - Paid - Waived - WrittenOff;
}
