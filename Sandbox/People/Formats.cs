using System.Text.RegularExpressions;

namespace Sandbox.People;

/// <summary>What Indian identifiers look like.</summary>
internal static partial class Formats
{
    [GeneratedRegex("^[A-Z]{5}[0-9]{4}[A-Z]$")]
    internal static partial Regex Pan { get; }

    [GeneratedRegex("^[0-9]{12}$")]
    internal static partial Regex Aadhaar { get; }

    [GeneratedRegex("^[A-Z]{4}0[A-Z0-9]{6}$")]
    internal static partial Regex Ifsc { get; }

    [GeneratedRegex("^[0-9]{6,18}$")]
    internal static partial Regex Account { get; }

    [GeneratedRegex(@"^[A-Za-z0-9._-]{2,64}@[A-Za-z0-9]{2,32}$")]
    internal static partial Regex Vpa { get; }

    [GeneratedRegex(@"^\+[1-9][0-9]{7,14}$")]
    internal static partial Regex Phone { get; }

    [GeneratedRegex(@"^[^@\s]{1,64}@[^@\s]{1,190}$")]
    internal static partial Regex Email { get; }

    [GeneratedRegex("^[A-Z]{3}$")]
    internal static partial Regex Currency { get; }
}
