using System.Globalization;

namespace Lending.Data;

/// <summary>The numbers people read out on the telephone: LN-2611-00873 is the 873rd loan of November 2026 of its Brand. Gaps are allowed.</summary>
public sealed class Numbers(LendingDatabase database)
{
    /// <summary>The next number of a prefix ("LN" for loans, "CU" for customers) in the month of the business date.</summary>
    public async Task<string> NextAsync(string brand, string prefix, DateOnly businessDate, CancellationToken cancellationToken)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{businessDate:yyMM}");
        var answered = await database.WriteAsync(brand,
            """
            INSERT INTO number (brand, series, last) VALUES ($1, $2, 1)
            ON CONFLICT (brand, series) DO UPDATE SET last = number.last + 1 RETURNING last
            """,
            [brand, series], row => row.GetInt32(0), cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{series}-{answered[0]:D5}");
    }
}
