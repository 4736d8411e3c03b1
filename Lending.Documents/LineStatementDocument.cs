using System.Globalization;
using Lending.Documents.Pdf;
using Lending.Domain;

namespace Lending.Documents;

/// <summary>What a statement of a line says. Opening + Drawn + Interest + Penalty - Paid + Adjusted = Closing.</summary>
public sealed record StatementFacts(
    int Number, DateOnly From, DateOnly MadeOn, DateOnly PayBy, Money Opening, Money Drawn, Money Interest, Money Penalty, Money Paid, Money Adjusted, Money Closing,
    Money Principal, Money InterestAsked, Money Overdue, Money Limit, Money Available);

/// <summary>A draw that was paid in the cycle.</summary>
public sealed record StatementDraw(int Number, DateOnly On, Money Amount, Money Charges, Money Net);

/// <summary>A statement of a line of credit as a PDF (RF-027). The same statement gives the same bytes; it names the line, not the borrower.</summary>
public static class LineStatementDocument
{
    public static byte[] Write(Brand brand, string loanId, StatementFacts facts, IReadOnlyList<StatementDraw> draws)
    {
        var number = facts.Number.ToString(CultureInfo.InvariantCulture);
        var pages = new PdfPages($"Statement {number} of {loanId}", $"{brand.Settings.LegalName} · Statement {number} of {loanId}");
        pages.Heading($"Statement {number}", 18);
        pages.Paragraph($"{brand.Settings.LegalName}, {brand.Settings.LegalAddress}");
        pages.Fact("Line of credit", loanId);
        pages.Fact("Period", $"{LoanAgreement.Day(facts.From)} to {LoanAgreement.Day(facts.MadeOn.AddDays(-1))}");
        pages.Fact("Made on", LoanAgreement.Day(facts.MadeOn));

        pages.Heading("To pay");
        var minimum = facts.Principal + facts.InterestAsked + facts.Overdue;
        pages.Fact("Minimum due", AmountText.Text(minimum));
        pages.Fact("Pay by", minimum.IsZero ? "Nothing is due" : LoanAgreement.Day(facts.PayBy));
        pages.Fact("Balance", AmountText.Text(facts.Closing));
        pages.Fact("Limit", AmountText.Text(facts.Limit));
        pages.Fact("Available", AmountText.Text(facts.Available));

        pages.Heading("The account");
        pages.Table([new("", 363), new(facts.Closing.Currency.Code, 120, true)], [.. Movements(facts)], lastIsTotal: true);
        pages.Heading("How the minimum comes about");
        pages.Table([new("", 363), new(facts.Closing.Currency.Code, 120, true)],
        [
            ["Principal asked for", AmountText.Number(facts.Principal)], ["Interest asked for", AmountText.Number(facts.InterestAsked)],
            ["Asked for by earlier statements and unpaid, with penalty", AmountText.Number(facts.Overdue)], ["Minimum due", AmountText.Number(minimum)],
        ], lastIsTotal: true);
        if (draws.Count > 0)
        {
            pages.Heading("Draws");
            pages.Table(
                [new("No.", 33), new("Paid on", 120), new("Amount", 110, true), new("Charges", 110, true), new("Received", 110, true)],
                [.. draws.Select(draw => (IReadOnlyList<string>)
                [
                    draw.Number.ToString(CultureInfo.InvariantCulture), LoanAgreement.Day(draw.On), AmountText.Number(draw.Amount), AmountText.Number(draw.Charges), AmountText.Number(draw.Net),
                ])], lastIsTotal: false);
        }

        pages.Paragraph("Interest is charged for each day on the principal owed. Who pays the minimum in time is not late; who pays more pays less interest. A payment beyond what is owed is kept for the next draw.");
        return pages.ToArray();
    }

    private static IEnumerable<IReadOnlyList<string>> Movements(StatementFacts facts)
    {
        yield return ["Balance before", AmountText.Number(facts.Opening)];
        yield return ["Drawn", AmountText.Number(facts.Drawn)];
        yield return ["Interest", AmountText.Number(facts.Interest)];
        if (!facts.Penalty.IsZero) yield return ["Penalty for being late", AmountText.Number(facts.Penalty)];
        yield return ["Paid", AmountText.Number(-facts.Paid)];
        if (!facts.Adjusted.IsZero) yield return ["Corrections, waivers and refunds", AmountText.Number(facts.Adjusted)];
        yield return ["Balance", AmountText.Number(facts.Closing)];
    }
}
