namespace Sandbox.People;

/// <summary>The identifiers that steer an outcome. The home page and the providers' README list the same.</summary>
internal static class Magic
{
    internal const string PanNotFound = "0000";
    internal const string PanOtherName = "1111";
    internal const string PanOtherBirthDate = "2222";
    internal const string PanNotLinked = "3333";
    internal const string PanFraud = "4444";
    internal const string PanLowScore = "5555";
    internal const string PanNoRecord = "6666";
    internal const string PanManyLoans = "7777";

    internal const string AadhaarNotFound = "0001";
    internal const string AadhaarOtherName = "0002";
    internal const string AadhaarOtherBirthDate = "0003";
    internal const string AadhaarNoMobile = "0004";

    internal const string AccountNotFound = "0001";
    internal const string AccountOtherHolder = "0002";
    internal const string AccountClosed = "0003";
    internal const string AccountBankOffline = "0004";
    internal const string AccountPayoutFails = "0005";
    internal const string AccountPayoutWaits = "0006";
    internal const string AccountPayoutRefused = "0007";

    internal const string VpaFails = "fail";
    internal const string VpaWaits = "wait";

    /// <summary>A payout above this is refused for want of money: ten crore rupees.</summary>
    internal const long PayoutMostMinor = 10_00_00_000_00;

    /// <summary>The four digits of a PAN.</summary>
    internal static string Digits(string pan) => pan.Substring(5, 4);

    internal static string Ending(string identifier) => identifier.Length < 4 ? identifier : identifier[^4..];

    internal static bool IsUnreachable(string to) =>
        to.EndsWith("00000", StringComparison.Ordinal) || to.EndsWith("@unreachable.test", StringComparison.OrdinalIgnoreCase);
}
