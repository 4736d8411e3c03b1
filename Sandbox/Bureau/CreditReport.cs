namespace Sandbox.Bureau;

/// <summary>What the bureau says. Amounts in paise; days past due newest month first.</summary>
internal sealed record CreditReport(
    string Outcome, string Bureau, string Product, int? Score, int WorstDaysPastDue, int EnquiriesLast30Days, int EnquiriesLast6Months,
    IReadOnlyList<CreditLine> Loans, DateOnly ReportedOn, string ProviderReference);

/// <summary>A loan with another lender.</summary>
internal sealed record CreditLine(
    string Lender, string Kind, bool Active, DateOnly OpenedOn, long SanctionedMinor, long OutstandingMinor, long MonthlyInstalmentMinor,
    string Currency, IReadOnlyList<int> DaysPastDueByMonth);
