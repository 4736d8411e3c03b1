using Lending.Documents.Pdf;
using Lending.Domain;

namespace Lending.Documents;

/// <summary>A payment as its receipt tells it: what came when, and what it paid. Kept is what waits for the borrower.</summary>
public sealed record ReceiptFacts(
    string LoanId, string PaymentId, Money Amount, string Channel, string Reference, DateOnly ReceivedOn, DateOnly BookedOn, Money Penalty, Money Fee, Money Interest,
    Money Principal, Money Kept);

/// <summary>The receipt of a payment as a PDF (LOS-028). The same payment gives the same bytes.</summary>
public static class PaymentReceipt
{
    public static byte[] Write(Brand brand, ReceiptFacts facts, string borrowerName)
    {
        var pages = new PdfPages($"Receipt {facts.PaymentId}", $"{brand.Settings.LegalName} · Receipt {facts.PaymentId}");
        pages.Heading("Receipt", 18);
        pages.Paragraph($"{brand.Settings.LegalName}, {brand.Settings.LegalAddress}");
        pages.Paragraph($"We have received from {borrowerName}:");
        pages.Fact("Amount", AmountText.Text(facts.Amount));
        pages.Fact("Loan number", facts.LoanId);
        pages.Fact("Received on", LoanAgreement.Day(facts.ReceivedOn));
        if (facts.BookedOn != facts.ReceivedOn) pages.Fact("Booked on", LoanAgreement.Day(facts.BookedOn));
        pages.Fact("By", $"{facts.Channel}, {facts.Reference}");
        pages.Fact("Payment", facts.PaymentId);

        (string Name, Money Paid)[] parts = [("Penalty", facts.Penalty), ("Fees, tax included", facts.Fee), ("Interest", facts.Interest), ("Principal that was due", facts.Principal), ("Kept for you", facts.Kept)];
        var told = parts.Aggregate(Money.Zero(facts.Amount.Currency), (sum, part) => part.Paid.IsPositive ? sum + part.Paid : sum);
        pages.Heading("What it paid");
        foreach (var (name, paid) in parts)
            if (paid.IsPositive) pages.Fact(name, AmountText.Text(paid));
        if (told < facts.Amount) pages.Fact("Principal ahead of its day, and charges", AmountText.Text(facts.Amount - told));
        pages.Paragraph("");
        pages.Paragraph("This receipt is made by our systems and valid without a signature.");
        return pages.ToArray();
    }
}
