using System.Collections.Frozen;

namespace Lending.Domain.Engine;

/// <summary>The fields of each kind of event, and those that an input has.</summary>
internal static class EventFields
{
    public static readonly FrozenDictionary<string, string[]> Of = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["BusinessDate"] = ["date"],
        ["AdvanceBusinessDate"] = ["days"],
        ["Disburse"] = ["date", "amount"],
        ["Repayment"] = ["date", "amount"],
        ["Transaction"] = ["tx", "date", "amount", "interestRefund"],
        ["Payoff"] = ["date"],
        ["Undo"] = ["tx", "date", "nth"],
        ["Charge"] = ["kind", "charge", "dueDate", "amount"],
        ["InstallmentCharge"] = ["charge", "amount"],
        ["WaiveCharge"] = [],
        ["Cob"] = [],
        ["Chargeback"] = ["amount", "paymentNr"],
        ["ChargeOff"] = ["date"],
        ["WriteOff"] = ["date"],
        ["CreditBalanceRefund"] = ["date", "amount"],
        ["CapitalizedIncome"] = ["date", "amount"],
        ["InterestPause"] = ["from", "to"],
        ["Reschedule"] = ["params"],
        ["Reage"] = ["params"],
        ["Reamortize"] = ["params"],
        ["ContractTermination"] = [],
        ["UndoDisbursal"] = [],
        ["UndoLastDisbursal"] = [],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Sent(EventInput e)
    {
        if (e.Date is not null) yield return "date";
        if (e.Amount is not null) yield return "amount";
        if (e.Tx is not null) yield return "tx";
        if (e.Kind is not null) yield return "kind";
        if (e.Charge is not null) yield return "charge";
        if (e.DueDate is not null) yield return "dueDate";
        if (e.Nth is not null) yield return "nth";
        if (e.PaymentNr is not null) yield return "paymentNr";
        if (e.From is not null) yield return "from";
        if (e.To is not null) yield return "to";
        if (e.Days is not null) yield return "days";
        if (e.InterestRefund is not null) yield return "interestRefund";
        if (e.Params is not null) yield return "params";
        foreach (var unknown in e.Unknown?.Keys ?? []) yield return unknown;
    }
}
