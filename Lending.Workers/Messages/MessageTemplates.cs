using System.Globalization;
using Lending.Domain;

namespace Lending.Workers.Messages;

/// <summary>One message in words: what an e-mail has as its subject, and the text of every channel.</summary>
public sealed record MessageText(string Subject, string Text);

/// <summary>What borrowers are told, and on which events (LOS-026, LOS-130..132).</summary>
public static class MessageTemplates
{
    public static MessageText Write(string template, Brand brand, IReadOnlyDictionary<string, string> data)
    {
        string Loan() => data["loan"];
        string Amount() => AmountText.Text(new Money(long.Parse(data["amountMinor"], CultureInfo.InvariantCulture), Currency.Of(data["currency"])));
        string Date(string key = "date") => DateOnly.ParseExact(data[key], "yyyy-MM-dd", CultureInfo.InvariantCulture).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

        return template switch
        {
            "agreement_ready" => new("Your loan agreement is ready to sign",
                $"Your loan {Loan()} with {brand.Name} is sanctioned. Read and sign the agreement by {Date()}: {data["url"]}"),
            "agreement_signed" => new("Agreement signed", $"You have signed the agreement of loan {Loan()}. We now prepare the payout."),
            "disbursed" => new("Your loan has been paid out",
                $"{Amount()} is on its way to your bank account for loan {Loan()}. First payment: by {Date()}."),
            "application_rejected" => new("About your loan application",
                $"We cannot offer loan {Loan()}: {data["reason"]}"),
            "sent_back" => new("We need something from you", $"Your application {Loan()} needs your attention. Open the app to see what is missing."),
            "payment_received" => new("Payment received", $"{Amount()} received for loan {Loan()} on {Date()}. Thank you."),
            "overdue" => new("Your payment is overdue",
                $"{Amount()} of loan {Loan()} was due on {Date()}. A daily penalty applies until it is paid. Pay in the app or ask us for a payment link."),
            "reminder" => new("Payment reminder", data["days"] switch
            {
                "0" => $"{Amount()} of loan {Loan()} is due today.",
                "1" => $"{Amount()} of loan {Loan()} is due tomorrow, {Date()}.",
                var days => $"{Amount()} of loan {Loan()} is due in {days} days, on {Date()}.",
            }),
            "loan_closed" => new("Your loan is closed", $"Loan {Loan()} is fully repaid. Your no-due certificate will be in the app in a moment."),
            "certificate_ready" => new("No-due certificate", $"The no-due certificate of loan {Loan()} is in the app."),
            _ => throw new InvalidOperationException($"There is no message template {template}."),
        };
    }
}
