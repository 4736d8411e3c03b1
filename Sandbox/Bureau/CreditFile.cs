using Sandbox.People;

namespace Sandbox.Bureau;

/// <summary>The credit history that belongs to a PAN: always the same for the same PAN.</summary>
internal static class CreditFile
{
    private static readonly string[] Lenders = ["Deccan Bank", "Konkan Finance", "Saurashtra Capital", "Nilgiri Bank", "Doab Credit"];
    private static readonly string[] Kinds = ["personal_loan", "two_wheeler_loan", "consumer_durable", "credit_card"];
    private static readonly int[] Clean = new int[12];
    private static readonly int[] Late = [75, 45, 30, 0, 15, 0, 0, 0, 0, 0, 0, 0];

    internal static CreditReport Of(string pan, DateOnly today, string reference) => Magic.Digits(pan) switch
    {
        Magic.PanNoRecord => Report("no_record", null, 0, 0, 0, [], today, reference),
        Magic.PanLowScore => Report("found", 540, Late.Max(), 2, 5, Lines(pan, 2, Late, today), today, reference),
        Magic.PanManyLoans => Report("found", 655, 12, 6, 14, Lines(pan, 6, [12, .. Clean[1..]], today), today, reference),
        _ => Report(
            "found", 690 + NameBook.Number(pan, "score", 160), 0, NameBook.Number(pan, "enquiries", 3), NameBook.Number(pan, "enquiries", 3) + 1,
            Lines(pan, NameBook.Number(pan, "loans", 4), Clean, today), today, reference),
    };

    private static CreditReport Report(
        string outcome, int? score, int worst, int last30Days, int last6Months, CreditLine[] loans, DateOnly today, string reference) =>
        new(outcome, "Equifax", "CIR Pro V2", score, worst, last30Days, last6Months, loans, today, reference);

    private static CreditLine[] Lines(string pan, int count, int[] daysPastDue, DateOnly today) =>
        [.. Enumerable.Range(0, count).Select(i => Line($"{pan}:{i}", active: i < 1 + (count / 2), i == 0 ? daysPastDue : Clean, today))];

    private static CreditLine Line(string seed, bool active, int[] daysPastDue, DateOnly today)
    {
        var instalment = (10 + NameBook.Number(seed, "instalment", 40)) * 100_00L;
        var months = 12 + NameBook.Number(seed, "months", 24);
        return new CreditLine(
            Lenders[NameBook.Number(seed, "lender", Lenders.Length)],
            Kinds[NameBook.Number(seed, "kind", Kinds.Length)],
            active,
            today.AddMonths(-months),
            instalment * 36,
            active ? instalment * 12 : 0,
            active ? instalment : 0,
            "INR",
            daysPastDue);
    }
}
