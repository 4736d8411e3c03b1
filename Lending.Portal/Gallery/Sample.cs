using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Gallery;

/// <summary>Made-up records for the gallery.</summary>
internal static class Sample
{
    public static readonly DateOnly Today = new(2026, 11, 24);

    public sealed record Application(string Id, string Applicant, string Product, Money Asked, int? Score, decimal Foir, int Failed, int Docs, TimeSpan Waiting);

    public static readonly IReadOnlyList<Application> Applications = Make();

    private static List<Application> Make()
    {
        string[] people = ["Gurpreet Sandhu", "Harini Subramaniam", "Farhan Qureshi", "Rukmini Iyengar", "Arvind Solanki", "Lalita Oraon", "Prakash Hegde", "Sunita Bhoir", "Meenakshi Rawat", "Tenzin Lhamo", "Bhavesh Chauhan", "Kavya Menon", "Joseph Fernandes", "Shabnam Ansari", "Nilesh Pawar", "Anita Deshpande", "Omkar Gaikwad", "Zubeida Memon"];
        string[] products = ["Payday 30", "Salary EMI", "Salary EMI", "Two-wheeler"];
        return [.. Enumerable.Range(0, 318).Select(i => new Application(
            $"APP-11-{398 + i:0000}", people[i % people.Length], products[i % products.Length], Money.Inr((25_000 + i * 37 % 60 * 5_000) * 100L),
            i % 14 == 13 ? null : 600 + i * 53 % 210, 18 + i * 7 % 45, i * 7 % 45 > 32 ? 2 : 0, i % 6 == 0 ? 7 : 8, TimeSpan.FromMinutes(Math.Max(2, 1500 - i * 47))))];
    }

    /// <summary>Answers like a server: sorts, searches, pages by key.</summary>
    public static async Task<DataTablePage<Application>> LoadAsync(DataTableRequest request, FilterValue filter, CancellationToken cancellationToken)
    {
        await Task.Delay(20, cancellationToken);
        var products = filter.Of("product");
        IEnumerable<Application> rows = Applications.Where(row =>
            (products.IsEmpty || products.Contains(row.Product)) && (filter.View != "failed" || row.Failed > 0)
            && (request.Search is null || row.Applicant.Contains(request.Search, StringComparison.OrdinalIgnoreCase) || row.Id.Contains(request.Search, StringComparison.OrdinalIgnoreCase)));
        var all = (request.Sorts.Count > 0 ? request.Sorts[0] : new("waiting", true)) switch
        {
            { Column: "asked", Descending: var down } => Ordered(rows, row => row.Asked.Minor, down),
            { Column: "score", Descending: var down } => Ordered(rows, row => row.Score ?? 0, down),
            { Column: "id", Descending: var down } => Ordered(rows, row => row.Id, down),
            { Descending: var down } => Ordered(rows, row => row.Waiting, down),
        };
        var from = request.AfterKey is null ? 0 : all.FindIndex(row => row.Id == request.AfterKey) + 1;
        var page = all.Skip(from).Take(request.Take).ToList();
        var asked = all.Aggregate(Money.Inr(0), (sum, row) => sum + row.Asked);
        return new(page, all.Count, new Dictionary<string, string> { ["id"] = $"{all.Count} in all", ["asked"] = MoneyFormat.ShortCell(asked) }, from + page.Count < all.Count ? page[^1].Id : null);
    }

    private static List<Application> Ordered<TKey>(IEnumerable<Application> rows, Func<Application, TKey> by, bool down) =>
        [.. (down ? rows.OrderByDescending(by) : rows.OrderBy(by)).ThenBy(row => row.Id, StringComparer.Ordinal)];

    public static readonly IReadOnlyList<RuleResult> Rules =
    [
        new("foir", "FOIR", RuleOutcome.Passed, "46.4 %", "max 50 %"), new("enquiries", "Enquiries, 30 days", RuleOutcome.Failed, "4", "max 3"),
        new("score", "Bureau score", RuleOutcome.Passed, "698", "min 650"), new("salary", "Net salary", RuleOutcome.Passed, "41,850", "min 25,000"),
        new("dpd", "Worst DPD, 12 months", RuleOutcome.Passed, "0", "max 0"), new("age", "Age", RuleOutcome.Passed, "34", "21 to 58"),
        new("pin", "PIN code served", RuleOutcome.Passed, "422 007", ""), new("employer", "Employer blocklist", RuleOutcome.Passed, "no hit", ""), new("device", "Devices", RuleOutcome.Bypassed, "1", "max 2"),
    ];

    public static readonly IReadOnlyList<PostingLine> Postings =
    [
        new("1101 Loans to customers, principal", Money.Inr(1_50_000_00), null), new("1010 Payout clearing, IMPS", null, Money.Inr(1_45_665_00)),
        new("4101 Fee income: processing, convenience, documentation", null, Money.Inr(3_750_00)), new("2301 GST payable", null, Money.Inr(585_00)),
    ];

    public static readonly IReadOnlyList<TimelineEntry> Timeline =
    [
        new("9", Ist(24, 10, 24), "Call connected, 2 m 14 s", "Promises ₹ 6,573.97 on 27 Nov", "Imran Shaikh", "call_16_regular", Tone.Info, "Calls"),
        new("8", Ist(24, 9, 0), "Reminder delivered", "WhatsApp, overdue, template 4", "Day end", "mail_16_regular", Tone.Neutral, "Messages"),
        new("7", Ist(12, 18, 7), "Part payment ₹ 5,000.00", "UPI link, posted in 2 s", "Gateway", "receipt_16_regular", Tone.Good, "Payments"),
        new("6", Ist(8, 0, 4), "Moved to Overdue", "Instalment 7 not paid in full", "Day end", "warning_16_regular", Tone.Warn, "States"),
        new("5", Ist(7, 10, 31), "Autopay failed, retry 2 of 3", "Insufficient funds", "Gateway", "payment_16_regular", Tone.Neutral, "Payments"),
        new("4", Ist(7, 10, 30, 10), "Instalment 6 paid", "UPI Autopay ₹ 11,485.04", "Gateway", "receipt_16_regular", Tone.Good, "Payments"),
        new("3", Ist(21, 9, 12, 9), "Moved to Imran Shaikh", "from Deepa Nair, on leave", "Allocation", "person_swap_16_regular", Tone.Neutral, "People"),
    ];

    public static readonly IReadOnlyList<ScheduleRow> Schedule = MakeSchedule(penalties: true);
    public static readonly IReadOnlyList<ScheduleRow> Agreed = MakeSchedule(penalties: false);

    public static readonly IReadOnlyList<LogEntry> Log =
    [
        new(Ist(24, 10, 24), "Imran Shaikh", "promise.recorded", "event 214", [new("Promise", null, "₹ 6,573.97 on 27 Nov 2026")]),
        new(Ist(12, 18, 7), "Gateway", "payment.posted", "event 213", [new("Paid so far", "₹ 68,932.90", "₹ 73,932.90"), new("State", "Overdue", "Part paid")]),
        new(Ist(8, 0, 4), "Day end", "loan.overdue", "event 211", [new("State", "Active", "Overdue"), new("Days past due", "0", "1")]),
    ];

    private static DateTimeOffset Ist(int day, int hour, int minute, int month = 11) => new(2026, month, day, hour, minute, 0, TimeSpan.FromMinutes(330));

    private static List<ScheduleRow> MakeSchedule(bool penalties)
    {
        var rows = new List<ScheduleRow>();
        var balance = Money.Inr(1_80_000_00);
        var instalment = Money.Inr(11_485_04);
        for (var number = 1; number <= 18; number++)
        {
            var nominal = new DateOnly(2026, 4, 7).AddMonths(number);
            var due = nominal.DayOfWeek == DayOfWeek.Sunday ? nominal.AddDays(1) : nominal;
            var interest = Money.Round(balance.Minor * 0.015m, Currency.Inr);
            var principal = number == 18 ? balance : instalment - interest;
            balance -= principal;
            var penalty = penalties && number == 4 ? Money.Inr(22_66) : penalties && number == 7 ? Money.Inr(88_93) : Money.Inr(0);
            var total = principal + interest + penalty;
            var paid = number < 7 ? total : number == 7 ? Money.Inr(5_000_00) : Money.Inr(0);
            var (state, tone, icon) = number switch
            {
                4 => ("Paid 3 days late", Tone.Warn, "checkmark_circle_16_regular"),
                < 7 => ($"Paid {Dates.Day(due)}", Tone.Good, "checkmark_circle_16_regular"),
                7 => ("Part paid, 17 DPD", Tone.Warn, "warning_16_filled"),
                8 => ("Next due", Tone.Neutral, "clock_16_regular"),
                _ => ("Scheduled", Tone.Neutral, "circle_16_regular"),
            };
            rows.Add(new(number, due, principal, interest, penalty, total, paid, balance, state, tone, icon) { MovedFrom = due == nominal ? null : nominal, IsCurrent = number == 7, IsFuture = number > 8 });
        }

        return rows;
    }
}
