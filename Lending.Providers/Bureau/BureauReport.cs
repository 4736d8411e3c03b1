using System.Collections.Immutable;

namespace Lending.Providers.Bureau;

/// <summary>A credit report. Without a record the score is null and the lists are empty.</summary>
/// <param name="Bureau">Who reports, such as "Equifax".</param>
/// <param name="Product">The bureau's product and version, such as "CIR Pro V2".</param>
/// <param name="Score">300 to 900, or null for a person new to credit.</param>
/// <param name="WorstDaysPastDue">The worst over the last 12 months, in days.</param>
public sealed record BureauReport(
    BureauOutcome Outcome,
    string Bureau,
    string Product,
    int? Score,
    int WorstDaysPastDue,
    int EnquiriesLast30Days,
    int EnquiriesLast6Months,
    ImmutableArray<BureauLoan> Loans,
    DateOnly ReportedOn,
    string ProviderReference)
{
    public override string ToString() => $"{nameof(BureauReport)} {Outcome} ({ProviderReference})";
}
