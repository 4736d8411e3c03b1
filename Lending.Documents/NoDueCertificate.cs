using Lending.Documents.Pdf;
using Lending.Domain;

namespace Lending.Documents;

/// <summary>The no-due certificate of a completed loan as a PDF (LOS-033, LMS-036).</summary>
public static class NoDueCertificate
{
    public static byte[] Write(Brand brand, Loan loan, string borrowerName)
    {
        var pages = new PdfPages($"No-due certificate {loan.Id}", $"{brand.Settings.LegalName} · No-due certificate {loan.Id}");
        pages.Heading("No-due certificate", 18);
        pages.Paragraph($"{brand.Settings.LegalName}, {brand.Settings.LegalAddress}");
        pages.Paragraph($"We certify that {borrowerName} has repaid the loan below in full. Nothing is due on it, and the account is closed.");
        pages.Fact("Loan number", loan.Id);
        pages.Fact(loan.Line is null ? "Principal" : "Limit", AmountText.Text(loan.Line?.Limit ?? loan.Sanctioned!.Value));
        pages.Fact(loan.Line is null ? "Paid out on" : "Opened on", LoanAgreement.Day(loan.DisbursedOn!.Value));
        pages.Fact("Closed on", LoanAgreement.Day(loan.CompletedOn!.Value));
        pages.Fact("Interest paid", AmountText.Text(Sum(loan, instalment => instalment.PaidInterest)));
        pages.Fact("Penalty paid", AmountText.Text(Sum(loan, instalment => instalment.PaidPenalty)));
        pages.Paragraph("");
        pages.Paragraph("The closure is reported to the credit bureaus. This certificate is made by our systems and valid without a signature.");
        return pages.ToArray();
    }

    private static Money Sum(Loan loan, Func<Instalment, Money> part) =>
        loan.Instalments.Aggregate(Money.Zero(loan.Currency), (sum, instalment) => sum + part(instalment));
}
