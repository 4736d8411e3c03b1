namespace Lending.Domain.Engine;

/// <summary>One kind of debt in an instalment. Credited is the part of Charged that a chargeback or refund brought back.</summary>
internal sealed class Debt
{
    private bool _isReduced;
    private decimal _paid, _waived, _writtenOff;

    public decimal Charged { get; set; }

    public decimal Credited { get; set; }

    public decimal Paid
    {
        get => _paid;
        set => (_paid, _isReduced) = (value, true);
    }

    public decimal Waived
    {
        get => _waived;
        set => (_waived, _isReduced) = (value, true);
    }

    public decimal WrittenOff
    {
        get => _writtenOff;
        set => (_writtenOff, _isReduced) = (value, true);
    }

    public decimal Open => _isReduced ? Charged - _paid - _waived - _writtenOff : Charged;
}
