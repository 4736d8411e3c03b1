namespace Lending.Domain.Engine;

/// <summary>What a booked movement of a loan is.</summary>
public enum TransactionKind
{
    Disbursement,
    DownPayment,
    Repayment,
    GoodwillCredit,
    MerchantIssuedRefund,
    PayoutRefund,
    InterestPaymentWaiver,
    InterestRefund,
    Refund,
    Chargeback,
    CreditBalanceRefund,
    CapitalizedIncome,
    CapitalizedIncomeAdjustment,
    ChargeAdjustment,
    ChargeOff,
    CloseAsWrittenOff,
    WaiveLoanCharges,
    ReAge,
    ReAmortize,
    ContractTermination,
    Accrual,
    AccrualAdjustment,
    AccrualActivity,
    CapitalizedIncomeAmortization,
    CapitalizedIncomeAmortizationAdjustment,
}
