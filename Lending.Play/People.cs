using System.Globalization;

namespace Lending.Flows;

/// <summary>An invented borrower. No two of a run share a phone number.</summary>
public sealed record Person(string FullName, DateOnly BornOn, string Mobile, string Pan, string Aadhaar, string AccountNumber, string Ifsc, string Pincode)
{
    private static long _last = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / 10 % 100_000_000;

    public static Person Next(string fullName = "Asha Kumar")
    {
        var number = Interlocked.Increment(ref _last) % 100_000_000;
        var eight = number.ToString("D8", CultureInfo.InvariantCulture);

        // The last digits steer the Sandbox; these steer nothing. Phones that end with 00000 cannot be reached.
        var mobile = eight.EndsWith("00000", StringComparison.Ordinal) ? eight[..7] + "1" : eight;
        return new(fullName, new DateOnly(1994, 5, 17), $"+9198{mobile}", "ABCPK1234F", $"2345{eight}"[..11] + "8", $"5010{eight}88", "HDFC0000123", "560001");
    }
}
