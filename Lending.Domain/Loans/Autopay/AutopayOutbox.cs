using System.Globalization;

namespace Lending.Domain;

/// <summary>What a mandate asks to be done at the provider.</summary>
internal static class AutopayOutbox
{
    public static OutboxItem Register(string mandateId, Circumstances now) => Of(OutboxKinds.RegisterMandate, mandateId, now, new() { ["mandate"] = mandateId });

    public static OutboxItem Cancel(string mandateId, Circumstances now) => Of(OutboxKinds.CancelMandate, mandateId, now, new() { ["mandate"] = mandateId });

    public static OutboxItem Notify(AutopayAnnounced told, Circumstances now) =>
        Of(OutboxKinds.NotifyDebit, told.Reference, now, Debit(told.MandateId, told.Reference, told.Amount, told.DebitOn));

    public static OutboxItem Present(string mandateId, string reference, Money amount, DateOnly on, Circumstances now) =>
        Of(OutboxKinds.PresentDebit, reference, now, Debit(mandateId, reference, amount, on));

    private static Dictionary<string, string> Debit(string mandateId, string reference, Money amount, DateOnly on) => new()
    {
        ["mandate"] = mandateId,
        ["reference"] = reference,
        ["amountMinor"] = amount.Minor.ToString(CultureInfo.InvariantCulture),
        ["currency"] = amount.Currency.Code,
        ["date"] = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static OutboxItem Of(string kind, string which, Circumstances now, Dictionary<string, string> data)
    {
        data["loan"] = now.LoanId;
        return new OutboxItem(kind, $"{now.LoanId}:{kind}:{which}", data);
    }
}
