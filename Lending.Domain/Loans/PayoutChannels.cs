using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>How money can be sent to a borrower (LOS-056): to a verified bank account, by its number.</summary>
public static class PayoutChannels
{
    public const string Imps = "IMPS";
    public const string Neft = "NEFT";

    /// <summary>Needs a UPI address, which nobody verifies; refused by name until somebody does.</summary>
    public const string Upi = "UPI";

    public static ImmutableArray<string> Offered { get; } = [Imps, Neft];
}
