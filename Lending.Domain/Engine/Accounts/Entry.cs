namespace Lending.Domain.Engine;

/// <summary>A movement of the loan, with the parts it was allocated to; allocated anew whenever history before it changes.</summary>
internal sealed class Entry
{
    public required int Sequence { get; set; }

    public required TransactionKind Kind { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>The business date on which it was entered.</summary>
    public required DateOnly EnteredOn { get; init; }

    public decimal Amount { get; set; }

    public decimal Principal { get; set; }

    public decimal Interest { get; set; }

    public decimal Fees { get; set; }

    public decimal Penalties { get; set; }

    public decimal Overpayment { get; set; }

    /// <summary>Principal of a chargeback or refund that overpaid money paid at once.</summary>
    public decimal PaidAtOnce { get; set; }

    public bool Reverted { get; set; }

    /// <summary>Left out of reversal by the user: reversed as a part of another movement.</summary>
    public bool ByTheEngine { get; set; }

    public bool Replayed { get; set; }

    /// <summary>The payment a chargeback takes back, or the refund that an interest refund belongs to.</summary>
    public Entry? Related { get; init; }

    public AccountEvent? Source { get; init; }

    public decimal Balance { get; set; }

    public bool IsAccounting => Kind is TransactionKind.Accrual or TransactionKind.AccrualAdjustment or TransactionKind.AccrualActivity
        or TransactionKind.CapitalizedIncomeAmortization or TransactionKind.CapitalizedIncomeAmortizationAdjustment;

    /// <summary>Reduces the debt in the product's payment order.</summary>
    public bool IsPayment => Kind is TransactionKind.Repayment or TransactionKind.DownPayment or TransactionKind.GoodwillCredit
        or TransactionKind.MerchantIssuedRefund or TransactionKind.PayoutRefund or TransactionKind.InterestPaymentWaiver
        or TransactionKind.InterestRefund or TransactionKind.CapitalizedIncomeAdjustment or TransactionKind.ChargeAdjustment;

    public (decimal, decimal, decimal, decimal, decimal, decimal) Figures => (Amount, Principal, Interest, Fees, Penalties, Overpayment);

    /// <summary>There was nothing left for it to do.</summary>
    public void FallAway() => (Reverted, ByTheEngine) = (true, true);

    public void Reset() => (Principal, Interest, Fees, Penalties, Overpayment, PaidAtOnce) = (0, 0, 0, 0, 0, 0);

    public void Add(DebtKind kind, decimal portion)
    {
        switch (kind)
        {
            case DebtKind.Principal: Principal += portion; break;
            case DebtKind.Interest: Interest += portion; break;
            case DebtKind.Fee: Fees += portion; break;
            case DebtKind.Penalty: Penalties += portion; break;
        }
    }
}
