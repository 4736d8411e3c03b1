using System.Globalization;

namespace Lending.Domain;

/// <summary>The messages a loan sends; each has a text per channel where messages are sent.</summary>
public static class MessageTemplates
{
    public const string ApplicationReceived = "application_received";
    public const string ApplicationSentBack = "application_sent_back";
    public const string ApplicationRejected = "application_rejected";
    public const string AgreementReady = "agreement_ready";
    public const string AgreementSigned = "agreement_signed";
    public const string Disbursed = "disbursed";
    public const string Overdue = "overdue";
    public const string PaymentReceived = "payment_received";
    public const string LoanClosed = "loan_closed";
    public const string CertificateReady = "certificate_ready";

    /// <summary>Terms or balance of a running loan were changed; "change" names the kind.</summary>
    public const string LoanChanged = "loan_changed";

    public const string LineOpened = "line_opened";
    public const string LineDrawPaid = "line_draw_paid";
    public const string LineDrawFailed = "line_draw_failed";

    /// <summary>A statement of a line asks for something; "statement" is its number.</summary>
    public const string LineStatement = "line_statement";

    /// <summary>Carries a payment link that staff had made. Sent once it exists, not by the loan's own event.</summary>
    public const string PaymentLink = "payment_link";

    /// <summary>Carries the page where a mandate is approved. Sent once it exists, not by the loan's own event.</summary>
    public const string MandateReady = "mandate_ready";

    public const string MandateConfirmed = "mandate_confirmed";
    public const string MandateEnded = "mandate_ended";

    /// <summary>An automatic debit is to come; "date" is its day.</summary>
    public const string AutopayAnnounced = "autopay_announced";

    /// <summary>"again" says whether it is tried once more, from "date" on.</summary>
    public const string AutopayFailed = "autopay_failed";

    /// <summary>An account statement through "date" is there; the amount is its closing balance.</summary>
    public const string StatementReady = "statement_ready";

    /// <summary>The bill of the next instalment is there, to be paid by "date".</summary>
    public const string BillReady = "bill_ready";

    /// <summary>Another loan of up to the amount can be had until "date"; "loan" is the one that was repaid.</summary>
    public const string ReloanOffered = "reloan_offered";

    /// <summary>An offer the borrower knew of was taken back.</summary>
    public const string ReloanWithdrawn = "reloan_withdrawn";

    /// <summary>Sent by the reminder job, not by a loan's own events.</summary>
    public const string PaymentReminder = "payment_reminder";
}

/// <summary>What a loan's events ask to be done outside. Only ids, amounts and dates leave here.</summary>
internal static class LoanOutbox
{
    public static OutboxItem Message(string template, Loan loan, Circumstances now, Money? amount = null, DateOnly? date = null, string? key = null,
        (string Name, string Value)? also = null)
    {
        var data = new Dictionary<string, string>
        {
            ["template"] = template,
            ["customer"] = loan.CustomerId,
            ["loan"] = now.LoanId,
        };
        if (amount is { } sum)
        {
            data["amountMinor"] = sum.Minor.ToString(CultureInfo.InvariantCulture);
            data["currency"] = sum.Currency.Code;
        }

        if (date is { } day) data["date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (also is var (name, value)) data[name] = value;
        return new OutboxItem(OutboxKinds.SendMessage, KeyOf(now, template, key ?? VersionOf(loan)), data);
    }

    public static OutboxItem PrepareAgreement(Loan loan, Circumstances now) => new(
        OutboxKinds.PrepareAgreement, KeyOf(now, OutboxKinds.PrepareAgreement, VersionOf(loan)),
        new Dictionary<string, string> { ["loan"] = now.LoanId });

    public static OutboxItem FollowPaymentLink(RecordPaymentLink link, Circumstances now) => new(
        OutboxKinds.FollowPaymentLink, KeyOf(now, OutboxKinds.FollowPaymentLink, link.LinkId),
        new Dictionary<string, string> { ["loan"] = now.LoanId, ["link"] = link.LinkId });

    public static OutboxItem PrepareCertificate(Loan loan, Circumstances now) => new(
        OutboxKinds.PrepareCertificate, KeyOf(now, OutboxKinds.PrepareCertificate, VersionOf(loan)),
        new Dictionary<string, string> { ["loan"] = now.LoanId });

    public static OutboxItem RequestPayout(string reference, Money net, string channel, Circumstances now) => new(
        OutboxKinds.RequestPayout, KeyOf(now, OutboxKinds.RequestPayout, reference),
        new Dictionary<string, string>
        {
            ["loan"] = now.LoanId,
            ["reference"] = reference,
            ["amountMinor"] = net.Minor.ToString(CultureInfo.InvariantCulture),
            ["currency"] = net.Currency.Code,
            ["channel"] = channel,
        });

    public static OutboxItem PayOff(Loan loan, Money payoff, DateOnly? on, Circumstances now)
    {
        var data = new Dictionary<string, string>
        {
            ["loan"] = loan.Refinances!,
            ["by"] = now.LoanId,
            ["amountMinor"] = payoff.Minor.ToString(CultureInfo.InvariantCulture),
            ["currency"] = payoff.Currency.Code,
        };
        if (on is { } day) data["on"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(OutboxKinds.PayOffLoan, KeyOf(now, OutboxKinds.PayOffLoan, loan.Refinances!), data);
    }

    public static OutboxItem CreatePaymentLink(PaymentLinkRequested asked, Loan loan, Circumstances now) => new(
        OutboxKinds.CreatePaymentLink, KeyOf(now, OutboxKinds.CreatePaymentLink, asked.LinkId),
        new Dictionary<string, string>
        {
            ["loan"] = now.LoanId,
            ["customer"] = loan.CustomerId,
            ["link"] = asked.LinkId,
            ["amountMinor"] = asked.Amount.Minor.ToString(CultureInfo.InvariantCulture),
            ["currency"] = asked.Amount.Currency.Code,
            ["from"] = now.Today(loan).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["date"] = asked.ExpiresOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });

    /// <summary>One check of each closing: a loan that was opened again and closed again is checked again.</summary>
    public static OutboxItem CheckReloan(Loan loan, Circumstances now) => new(
        OutboxKinds.CheckReloan, KeyOf(now, OutboxKinds.CheckReloan, VersionOf(loan)),
        new Dictionary<string, string> { ["loan"] = now.LoanId });

    public static OutboxItem StartReloan(string application, Circumstances now) => new(
        OutboxKinds.StartReloan, KeyOf(now, OutboxKinds.StartReloan, application),
        new Dictionary<string, string> { ["loan"] = now.LoanId, ["application"] = application });

    private static string KeyOf(Circumstances now, string what, string which) => $"{now.LoanId}:{what}:{which}";

    /// <summary>The version the loan gets by the event that asks for it: no two events of a loan share it.</summary>
    private static string VersionOf(Loan loan) => (loan.Version + 1).ToString(CultureInfo.InvariantCulture);
}
