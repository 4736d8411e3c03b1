namespace Lending.Domain.Engine;

/// <summary>Which rule each kind of movement follows.</summary>
internal static class Movements
{
    public static void Process(Allocator run, Entry entry)
    {
        switch (entry.Kind)
        {
            case TransactionKind.Disbursement: Tranches.Disburse(run, entry); break;
            case TransactionKind.CapitalizedIncome: Tranches.Capitalize(run, entry); break;
            case TransactionKind.InterestRefund: InterestRefunds.Process(run, entry); break;
            case TransactionKind.Chargeback: Chargebacks.Process(run, entry); break;
            case TransactionKind.CreditBalanceRefund: CreditRefunds.Process(run, entry); break;
            case TransactionKind.Refund: PaymentRefunds.Process(run, entry); break;
            case TransactionKind.ChargeOff: ChargeOffs.Process(run, entry); break;
            case TransactionKind.CloseAsWrittenOff: WriteOffs.Process(run, entry); break;
            case TransactionKind.ReAge: ReAges.Process(run, entry); break;
            case TransactionKind.ReAmortize: ReAmortizations.Process(run, entry); break;
            case TransactionKind.ContractTermination: Terminations.Process(run, entry); break;
            case TransactionKind.WaiveLoanCharges: break;
            default: Payments.Process(run, entry); break;
        }
    }
}
