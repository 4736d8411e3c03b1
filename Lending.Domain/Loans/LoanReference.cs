using System.Diagnostics.CodeAnalysis;

namespace Lending.Domain;

/// <summary>
/// Our reference of something done for one loan at a third party: "saffron.LN-2611-00873.payout-1". A provider gives it back in its
/// webhooks, so it names Brand and loan by itself. Suffix is unique per loan, with letters, digits, '-' and '_' only.
/// </summary>
public sealed record LoanReference(string Brand, string LoanId, string Suffix)
{
    public static string Of(string brand, string loanId, string suffix) => new LoanReference(brand, loanId, suffix).ToString();

    public static bool TryParse(string? text, [NotNullWhen(true)] out LoanReference? reference)
    {
        reference = text is { Length: <= 120 } && text.Split('.') is [{ Length: > 0 } brand, { Length: > 0 } loanId, { Length: > 0 } suffix]
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')
            ? new(brand, loanId, suffix)
            : null;
        return reference is not null;
    }

    public override string ToString() => $"{Brand}.{LoanId}.{Suffix}";
}
