namespace Lending.Domain;

/// <summary>The name an event has in the journal for ever. A changed meaning is a new event with a new name.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventTypeAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>A fact of the journal, of a loan or of a customer.</summary>
public interface IFact;

/// <summary>The journal's names of all events, both ways.</summary>
public static class EventTypes
{
    private static readonly Dictionary<Type, string> Names = typeof(IFact).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IFact)))
        .ToDictionary(type => type, type => type.GetCustomAttributes(typeof(EventTypeAttribute), false)
            .Cast<EventTypeAttribute>().SingleOrDefault()?.Name ?? throw new InvalidOperationException($"{type.Name} has no journal name."));

    private static readonly Dictionary<string, Type> Types = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static IEnumerable<Type> All => Names.Keys;

    public static string NameOf(IFact fact) => Names[fact.GetType()];

    public static Type TypeOf(string name) => Types.TryGetValue(name, out var type)
        ? type
        : throw new InvalidOperationException($"The journal holds an event this version does not know: {name}.");
}

/// <summary>
/// Something to be done outside after the event is stored, exactly once per Key: a payout, a document, a message.
/// Data holds ids, amounts and template parameters, never a name, phone, PAN or account.
/// </summary>
public sealed record OutboxItem(string Kind, string Key, IReadOnlyDictionary<string, string> Data);

/// <summary>The kinds of outbox items; each has one handler in Lending.Workers.</summary>
public static class OutboxKinds
{
    /// <summary>Data: loan. Make the agreement PDF, store it, ask for the e-signature, then command IssueAgreement.</summary>
    public const string PrepareAgreement = "agreement.prepare";

    /// <summary>Data: loan, reference, amountMinor, currency, channel. Ask the payout provider; its webhook confirms or fails.</summary>
    public const string RequestPayout = "payout.request";

    /// <summary>Data: loan, link. From here on ask the provider now and then until the link is paid or closed, in case its webhook is lost.</summary>
    public const string FollowPaymentLink = "payment-link.follow";

    /// <summary>Data: loan. Make the no-due certificate PDF, store it, then command IssueCertificate.</summary>
    public const string PrepareCertificate = "certificate.prepare";

    /// <summary>
    /// Data: loan, customer, link, amountMinor, currency, from and date (its first and last day). Ask the payment-link provider, then command RecordPaymentLink or RefusePaymentLink,
    /// and send the link to the borrower.
    /// </summary>
    public const string CreatePaymentLink = "payment-link.create";

    /// <summary>Data: loan (the one to pay off), by (the loan that pays it off), amountMinor, currency. Book the money on the old loan.</summary>
    public const string PayOffLoan = "loan.pay-off";

    /// <summary>Data: loan. The loan was closed; command CheckReloan.</summary>
    public const string CheckReloan = "reloan.check";

    /// <summary>Data: loan (the former one), application. Start the application that an accepted offer became, if that is not done yet.</summary>
    public const string StartReloan = "reloan.start";

    /// <summary>Data: loan, mandate. Have the mandate made at the provider, then command IssueMandate or EndMandate, and send the page to the borrower.</summary>
    public const string RegisterMandate = "mandate.register";

    /// <summary>Data: loan, mandate. Tell the provider that no debit will come under it any more.</summary>
    public const string CancelMandate = "mandate.cancel";

    /// <summary>Data: loan, mandate, reference, amountMinor, currency, date. Have the borrower's bank tell them of the debit before it is made.</summary>
    public const string NotifyDebit = "autopay.notify";

    /// <summary>Data: as <see cref="NotifyDebit"/>. Present the debit; the webhook or a later look says what became of it.</summary>
    public const string PresentDebit = "autopay.present";

    /// <summary>Data: loan, to. Make the account statement PDF through that day, store it, then command IssueStatement.</summary>
    public const string PrepareStatement = "statement.prepare";

    /// <summary>Data: loan, number, on. Make the bill of the instalment as it stands on that morning, store it, then command IssueBill.</summary>
    public const string PrepareBill = "bill.prepare";

    /// <summary>Data: template, customer, and the template's parameters. Resolve the contacts and send by SMS, WhatsApp, e-mail.</summary>
    public const string SendMessage = "message.send";
}
