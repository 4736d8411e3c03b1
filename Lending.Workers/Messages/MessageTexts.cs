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
            MessageTemplates.MandateReady => new("Set up automatic payments",
                $"Approve automatic payments of loan {Loan()}, at most {Amount()} each: {data["url"]} You can cancel them at any time."),
            MessageTemplates.MandateConfirmed => new("Automatic payments are set up",
                $"Instalments of loan {Loan()} are now collected automatically, at most {Amount()} each, until {Date()}. You are told before every debit."),
            MessageTemplates.MandateEnded => new("Automatic payments have ended", $"Loan {Loan()} is no longer paid automatically. Pay in the app or ask us for a payment link."),
            MessageTemplates.AutopayAnnounced => new("A payment will be debited", $"{Amount()} for loan {Loan()} will be debited from your account on {Date()}."),
            MessageTemplates.AutopayFailed => new("Your automatic payment failed", data["again"] == "yes"
                ? $"{Amount()} for loan {Loan()} could not be debited. We try again on {Date()} or later; you can pay in the app before."
                : $"{Amount()} for loan {Loan()} could not be debited. Pay in the app or ask us for a payment link."),
            MessageTemplates.StatementReady => new("Your account statement", $"The statement of loan {Loan()} through {Date()} is in the app. Balance then: {Amount()}."),
            MessageTemplates.BillReady => new("Your bill", $"{Amount()} of loan {Loan()} is to be paid by {Date()}. The bill is in the app."),
            MessageTemplates.Overdue => new("Your payment is overdue",
                $"{Amount()} of loan {Loan()} was due on {Date()}. A daily penalty applies until it is paid. Pay in the app or ask us for a payment link."),
            MessageTemplates.PaymentReminder => new("Payment reminder", data["days"] switch
            {
                "0" => $"{Amount()} of loan {Loan()} is due today.",
                "1" => $"{Amount()} of loan {Loan()} is due tomorrow, {Date()}.",
                var days => $"{Amount()} of loan {Loan()} is due in {days} days, on {Date()}.",
            }),
            MessageTemplates.LoanChanged => new("Your loan has changed",
                $"On {Date()} your loan {Loan()} with {brand.Name} was changed: {ChangeKinds.WordsOf(data["change"])}. The app shows your schedule and balance as they are now."),
            MessageTemplates.LineOpened => new("Your line of credit is open",
                $"You can now draw up to {Amount()} from your line {Loan()} with {brand.Name}, in the app, as often as you need."),
            MessageTemplates.LineDrawPaid => new("Money is on your account",
                $"{Amount()} from your line {Loan()} was sent to your bank account on {Date()}."),
            MessageTemplates.LineDrawFailed => new("Your draw could not be paid",
                $"Your bank did not take the draw of {Amount()} from line {Loan()}. Nothing is owed for it. Check the account in the app and draw again."),
            MessageTemplates.LineStatement => new($"Statement {data["statement"]} of your line of credit",
                $"Statement {data["statement"]} of line {Loan()} is in the app. At least {Amount()} is to be paid by {Date()}."),
            MessageTemplates.LoanClosed => new("Your loan is closed",
                $"Loan {Loan()} is fully repaid. Your no-due certificate will be in the app in a moment."),
            MessageTemplates.ReloanOffered => new("Another loan is ready for you",
                $"You repaid loan {Loan()} well. {brand.Name} offers you another of up to {Amount()} until {Date()}. Your KYC stands; see the offer in the app."),
            MessageTemplates.ReloanWithdrawn => new("About our loan offer", $"The offer we made you after loan {Loan()} no longer stands. You can still apply in the app."),
            MessageTemplates.CertificateReady => new("No-due certificate", $"The no-due certificate of loan {Loan()} is in the app."),
            _ => throw new InvalidOperationException($"There is no message template {template}."),
        };
    }
}
