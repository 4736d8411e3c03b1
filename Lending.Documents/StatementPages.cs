using Lending.Documents.Pdf;
using Lending.Domain;

namespace Lending.Documents;

/// <summary>Account statements and bills of term loans as PDF.</summary>
public static class StatementPages
{
    public static byte[] Write(Brand brand, string loanId, string borrowerName, AccountStatement statement)
    {
        var period = $"{LoanAgreement.Day(statement.From)} to {LoanAgreement.Day(statement.To)}";
        var pages = new PdfPages($"Account statement {loanId}", $"{brand.Settings.LegalName} · Account statement {loanId} · {period}");
        pages.Heading("Account statement", 18);
        pages.Paragraph($"{brand.Settings.LegalName}, {brand.Settings.LegalAddress}");
        pages.Fact("Borrower", borrowerName);
        pages.Fact("Loan number", loanId);
        pages.Fact("Period", period);
        pages.Table(
            [new("Date", 80), new("What happened", 203), new("Amount", 100, true), new("Balance", 100, true)],
            [
                ["", "Balance before", "", AmountText.Number(statement.Opening)],
                .. statement.Lines.Select(line => (IReadOnlyList<string>)[LoanAgreement.Day(line.On), line.Text, AmountText.Number(line.Amount), AmountText.Number(line.Balance)]),
                ["", "Balance after", AmountText.Number(statement.Charged - statement.Paid), AmountText.Number(statement.Closing)],
            ],
            lastIsTotal: true);
        pages.Fact("Overdue", AmountText.Text(statement.Overdue));
        if (statement.NextDue is { } next) pages.Fact("Next payment", $"{AmountText.Text(next.Amount)} by {LoanAgreement.Day(next.On)}");
        pages.Paragraph(
            $"The balance is all that was owed at the end of {LoanAgreement.Day(statement.To)}: principal, interest and late charges so far and fees charged, less money "
            + $"kept for you. Amounts in {statement.Closing.Currency.Code}.");
        Complaints(pages, brand);
        return pages.ToArray();
    }

    public static byte[] Write(Brand brand, string loanId, string borrowerName, LoanBill bill)
    {
        var pages = new PdfPages($"Bill {loanId}", $"{brand.Settings.LegalName} · Bill {loanId} · instalment {bill.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
        pages.Heading($"To be paid by {LoanAgreement.Day(bill.PayBy)}: {AmountText.Text(bill.Total)}", 18);
        pages.Paragraph($"{brand.Settings.LegalName}, {brand.Settings.LegalAddress}");
        pages.Fact("Borrower", borrowerName);
        pages.Fact("Loan number", loanId);
        pages.Table(
            [new($"Instalment {bill.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}, due {LoanAgreement.Day(bill.Due)}", 363), new(bill.Principal.Currency.Code, 120, true)],
            [
                ["Principal", AmountText.Number(bill.Principal)], ["Interest", AmountText.Number(bill.Interest)], ["Fees", AmountText.Number(bill.Fee)],
                ["Overdue from before, with late charges", AmountText.Number(bill.Overdue)], ["Less money kept for you", AmountText.Number(-bill.Advance)],
                ["To be paid", AmountText.Number(bill.Total)],
            ],
            lastIsTotal: true);
        Complaints(pages, brand);
        return pages.ToArray();
    }

    private static void Complaints(PdfPages pages, Brand brand)
    {
        var settings = brand.Settings;
        if (settings.GrievanceOfficer.Length > 0)
            pages.Paragraph($"Something wrong? Grievance redressal officer: {settings.GrievanceOfficer}, {settings.GrievancePhone}, {settings.GrievanceEmail}.");
    }
}
