using System.Collections.Immutable;

namespace Lending.Providers.Bureau;

/// <summary>A loan elsewhere. Amounts are in minor units of <paramref name="Currency"/>.</summary>
/// <param name="DaysPastDueByMonth">The last 12 months, newest first.</param>
public sealed record BureauLoan(
    string Lender,
    string Kind,
    bool Active,
    DateOnly OpenedOn,
    long SanctionedMinor,
    long OutstandingMinor,
    long MonthlyInstalmentMinor,
    string Currency,
    ImmutableArray<int> DaysPastDueByMonth);
