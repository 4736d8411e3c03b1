using System.Globalization;
using Lending.Documents.Pdf;
using Lending.Domain;

namespace Lending.Documents;

/// <summary>
/// The Key Fact Statement as pages: annex A (rates, fees, other facts), annex B (how the APR comes about) and annex C (the schedule), in the order and
/// under the headings of RBI/2024-25/18.
/// </summary>
public static class KeyFactStatement
{
    /// <summary>The statement of an offer that is not yet a loan, as a PDF of its own.</summary>
    public static byte[] Write(KeyFacts facts)
    {
        var pages = new PdfPages($"Key Fact Statement, {facts.ProductName}", $"{facts.Lender} · Key Fact Statement · {facts.ProductName}, {AmountText.Text(facts.Quote.Amount)}");
        Write(pages, facts);
        return pages.ToArray();
    }

    internal static void Write(PdfPages pages, KeyFacts facts)
    {
        pages.Heading("Key Fact Statement", 18);
        pages.Paragraph($"{facts.Lender}. This offer stands through {LoanAgreement.Day(facts.ValidThrough)}.");
        RatesAndFees(pages, facts);
        OtherFacts(pages, facts);
        AnnualCost(pages, facts);
        Schedule(pages, facts);
    }

    private static void RatesAndFees(PdfPages pages, KeyFacts facts)
    {
        var quote = facts.Quote;
        pages.Heading("Part 1: interest rate and fees");
        pages.Fact("Type of loan", facts.ProductName);
        pages.Fact("Sanctioned amount", AmountText.Text(quote.Amount));
        pages.Fact("Disbursal schedule", facts.Disbursal);
        pages.Fact("Loan term", $"{quote.Tenure} {facts.TermUnit}");
        pages.Fact("Instalments", $"{facts.InstalmentCount} {facts.InstalmentEvery}, {Amounts(facts)}");
        pages.Fact("First repayment", LoanAgreement.Day(facts.FirstPayBy));
        pages.Fact("Interest rate", $"{LoanAgreement.Percent(facts.AnnualRatePercent)} a year, fixed");
        pages.Table([new("Fees and charges, payable once to the lender", 363), new(quote.Amount.Currency.Code, 120, true)], [.. FeeRows(quote), ["Total", AmountText.Number(quote.ChargesTotal)]], lastIsTotal: true);
        if (quote.TdsBooked is { } tds) pages.Fact("TDS that you withhold of these", $"{AmountText.Text(tds)}. It reaches you with the payout, and you pay it to the tax office in the lender's name.");
        if (quote.InstalmentFees is { } recurring) pages.Fact("Fees payable with the instalments", $"{AmountText.Text(recurring)}, taxes included");
        pages.Fact("Payable to third parties", "Nothing");
        pages.Fact("Annual percentage rate (APR)", LoanAgreement.Percent(facts.AprPercent));
        pages.Fact("Penal charges for delay", facts.LateCharges);
        pages.Fact("Foreclosure charges", facts.Foreclosure);
        pages.Fact("Charges for paying a part early", facts.Prepayment);
        pages.Fact("Switching of the rate", "Not offered; the rate is fixed.");
    }

    private static void OtherFacts(PdfPages pages, KeyFacts facts)
    {
        pages.Heading("Part 2: other information");
        pages.Fact("Recovery agents", "None are engaged. The lender's own staff collect.");
        pages.Fact("Grievance redressal officer", facts.GrievanceOfficer.Length == 0 ? "Named in the lender's letter of sanction" : $"{facts.GrievanceOfficer}, {facts.GrievancePhone}, {facts.GrievanceEmail}");
        pages.Fact("Transfer or securitisation", facts.MayTransferLoans ? "Yes, the loan may be transferred" : "No");
        pages.Fact("Collaborative lending", "No. The lender funds the whole loan.");
        pages.Fact("Cooling-off period", $"{facts.CoolingOffDays} days from payout. Principal and interest to that day are repaid, without any penalty.");
    }

    private static void AnnualCost(PdfPages pages, KeyFacts facts)
    {
        var quote = facts.Quote;
        pages.Heading("How the APR comes about");
        pages.Table(
            [new("", 363), new(quote.Amount.Currency.Code, 120, true)],
            [
                ["Sanctioned amount", AmountText.Number(quote.Amount)],
                ["Interest over the whole term", AmountText.Number(quote.InterestTotal)],
                ["Fees and charges", AmountText.Number(quote.Cost - quote.InterestTotal)],
                ["Paid to the borrower (sanctioned amount less fees at payout)", AmountText.Number(quote.Usable)],
                .. quote.TdsBooked is { } tds ? [["Paid with it, for the tax office (TDS)", AmountText.Number(tds)]] : Array.Empty<IReadOnlyList<string>>(),
                ["Paid by the borrower (sanctioned amount, interest and fees with instalments)", AmountText.Number(quote.RepaymentTotal)],
                ["Cost of the loan (interest and fees)", AmountText.Number(quote.Cost)],
            ],
            lastIsTotal: true);
        pages.Paragraph(facts.TermUnit is "days"
            ? $"The APR of {LoanAgreement.Percent(facts.AprPercent)} is that cost as a share of what is paid to the borrower, for 365 days."
            : $"At {LoanAgreement.Percent(facts.AprPercent)} a year the instalments below, on their dates, are worth what is paid to the borrower.");
        foreach (var note in facts.Notes) pages.Paragraph(note);
    }

    private static void Schedule(PdfPages pages, KeyFacts facts)
    {
        pages.Heading("Repayment schedule");
        List<IReadOnlyList<string>> rows =
        [
            .. facts.Schedule.Select(line => (IReadOnlyList<string>)
            [
                line.Number.ToString(CultureInfo.InvariantCulture), LoanAgreement.Day(line.PayBy), AmountText.Number(line.Outstanding),
                AmountText.Number(line.Principal), AmountText.Number(line.Interest), AmountText.Number(line.Instalment),
            ]),
            ["", "Total", "", AmountText.Number(facts.Quote.Amount), AmountText.Number(facts.Quote.InterestTotal), AmountText.Number(facts.Quote.RepaymentTotal)],
        ];
        pages.Table(
            [new("No.", 33), new("Pay by", 90), new("Outstanding", 90, true), new("Principal", 90, true), new("Interest", 90, true), new("Instalment", 90, true)],
            rows, lastIsTotal: true);
    }

    private static IEnumerable<IReadOnlyList<string>> FeeRows(LoanQuote quote)
    {
        foreach (var charge in quote.Charges)
        {
            yield return [charge.Name, AmountText.Number(charge.Fee)];
            if (!charge.Tax.IsZero) yield return [$"GST on {char.ToLowerInvariant(charge.Name[0])}{charge.Name[1..]}", AmountText.Number(charge.Tax)];
        }
    }

    private static string Amounts(KeyFacts facts)
    {
        var last = facts.Schedule[^1].Instalment;
        return facts.Schedule.All(line => line.Instalment == facts.Instalment || line.Number == facts.InstalmentCount)
            ? $"{AmountText.Text(facts.Instalment)} each" + (last == facts.Instalment ? "" : $", the last one {AmountText.Text(last)}")
            : $"from {AmountText.Text(facts.Schedule.Min(line => line.Instalment))} to {AmountText.Text(facts.Schedule.Max(line => line.Instalment))}, as in the schedule";
    }
}
