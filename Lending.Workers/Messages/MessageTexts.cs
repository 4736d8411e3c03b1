using System.Globalization;
using Lending.Domain;

namespace Lending.Workers.Messages;

/// <summary>One message in words: what an e-mail has as its subject, and the text of every channel.</summary>
public sealed record MessageText(string Subject, string Text);

/// <summary>What borrowers are told, and on which events (LOS-022, LOS-026, LOS-130..132).</summary>
public static class MessageTexts
{
    public static MessageText Write(string template, Brand brand, IReadOnlyDictionary<string, string> data, string? signUrl = null)
    {
        string Loan() => data["loan"];
        string Amount() => AmountText.Text(new Money(long.Parse(data["amountMinor"], CultureInfo.InvariantCulture), Currency.Of(data["currency"])));
        string Date() => DateOnly.ParseExact(data["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

        return template switch
        {
            MessageTemplates.ApplicationReceived => new("We have your application",
                $"Your application {Loan()} for {Amount()} is with {brand.Name}. We tell you as soon as it is decided."),
            MessageTemplates.ApplicationSentBack => new("We need something from you",
                $"Your application {Loan()} needs your attention. Open the app to see what is missing."),
            MessageTemplates.ApplicationRejected => new("About your loan application",
                $"We cannot offer loan {Loan()}. {brand.Settings.RejectionReasons.GetValueOrDefault(data["reason"], "It does not meet our lending policy.")}"),
            MessageTemplates.AgreementReady => new("Your loan agreement is ready to sign",
                $"Your loan {Loan()} of {Amount()} with {brand.Name} is sanctioned. Read and sign the agreement by {Date()}: {signUrl ?? "open the app"}"),
            MessageTemplates.AgreementSigned => new("Agreement signed", $"You have signed the agreement of loan {Loan()}. We now prepare the payout."),
            MessageTemplates.Disbursed => new("Your loan has been paid out",
                $"{Amount()} has been sent to your bank account for loan {Loan()}. The first payment is due by {Date()}."),
            MessageTemplates.PaymentReceived => new("Payment received", $"{Amount()} received for loan {Loan()} on {Date()}. Thank you."),
            MessageTemplates.PaymentLink => new("Your payment link",
                $"Pay {Amount()} of loan {Loan()} by {Date()}: {data["url"]}"),
            MessageTemplates.Overdue => new("Your payment is overdue",
                $"{Amount()} of loan {Loan()} was due on {Date()}. A daily penalty applies until it is paid. Pay in the app or ask us for a payment link."),
            MessageTemplates.PaymentReminder => new("Payment reminder", data["days"] switch
            {
                "0" => $"{Amount()} of loan {Loan()} is due today.",
                "1" => $"{Amount()} of loan {Loan()} is due tomorrow, {Date()}.",
                var days => $"{Amount()} of loan {Loan()} is due in {days} days, on {Date()}.",
            }),
            MessageTemplates.LoanChanged => new("Your loan has changed",
                $"On {Date()} your loan {Loan()} with {brand.Name} was changed: {ChangeOf(data["change"])}. The app shows your schedule and balance as they are now."),
            MessageTemplates.LoanClosed => new("Your loan is closed",
                $"Loan {Loan()} is fully repaid. Your no-due certificate will be in the app in a moment."),
            MessageTemplates.CertificateReady => new("No-due certificate", $"The no-due certificate of loan {Loan()} is in the app."),
            _ => throw new InvalidOperationException($"There is no message template {template}."),
        };
    }

    /// <summary>A change as its borrower would call it, by its code.</summary>
    private static string ChangeOf(string code) => code switch
    {
        "rate" => "another interest rate",
        "extension" => "more instalments",
        "due-date" => "another due date",
        "moratorium" => "no instalments for a while",
        "interest-pause" => "days without interest",
        "re-age" => "a new schedule for everything owed",
        "re-amortisation" => "what was overdue is spread over the instalments to come",
        "prepayment" => "your payment lowered the principal",
        "freeze" => "it is frozen for now",
        "dispute" => "it is marked as in dispute",
        "hold-release" => "it runs again",
        "penalty-waiver" => "penalty was waived",
        "interest-waiver" => "interest was waived",
        "goodwill-credit" => "we credited an amount",
        "payment-reversal" => "a payment was taken back",
        "advance-refund" => "money kept for you was sent back",
        "settlement" => "a settlement was agreed",
        "write-off" => "it was closed in our books",
        "termination" => "the contract was ended and everything is due",
        "cancellation" => "it was cancelled",
        _ => "its terms",
    };
}
