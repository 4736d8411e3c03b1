using Lending.Providers.Calls;

namespace Lending.Providers.Mandates;

/// <summary>Asks for a mandate: debits whenever they are presented, each at most so much, up to and including a day.</summary>
/// <param name="ClientReference">Ours; the same reference gives the same mandate.</param>
/// <param name="ApproveBy">Until then the borrower can approve it.</param>
/// <param name="Frequency">Always as presented: instalments are not all a month apart, and a failed one is tried again.</param>
public sealed record MandateRequest(
    string ClientReference,
    long MostMinor,
    string Currency,
    DateOnly ValidUntil,
    string Description,
    string PayerName,
    string? PayerMobile,
    DateTimeOffset ApproveBy,
    string Frequency = "as_presented")
{
    public override string ToString() => $"{nameof(MandateRequest)} {ClientReference} {Mask.Tail(PayerMobile)}";
}
