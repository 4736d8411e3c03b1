using Lending.Domain;

namespace Lending.Data;

/// <summary>Where money that fitted no loan stands: nobody has placed it, it waits for a second person, or it is on a loan's books.</summary>
public enum UnmatchedState { Open, Proposed, Booked }

/// <summary>
/// Money a gateway reported that fitted no loan. Minor units and the currency's code are as reported, and may be nonsense; Reason is the refusal's
/// code. LoanId and MatchedBy are set once somebody places it, BookedBy and BookedAt once it is on the books. People are named where known.
/// </summary>
public sealed record UnmatchedPaymentLine(
    string Reference, string ClientReference, long Minor, string CurrencyCode, string Method, string? Utr, string Reason, DateTimeOffset ReceivedAt,
    UnmatchedState State, string? LoanId, string? MatchedBy, DateTimeOffset? MatchedAt, string? BookedBy, DateTimeOffset? BookedAt)
{
    /// <summary>Null when what was reported is not an amount of money.</summary>
    public Money? Amount => Minor > 0 && Currency.TryOf(CurrencyCode, out var currency) ? new Money(Minor, currency) : null;

    /// <summary>The loan that the provider's reference names, whether there is one or not.</summary>
    public string? NamedLoan => LoanReference.TryParse(ClientReference, out var reference) ? reference.LoanId : null;
}

/// <summary>A page of them, with the number and the sum per currency of the whole filter.</summary>
public sealed record UnmatchedList(IReadOnlyList<UnmatchedPaymentLine> Rows, int Count, IReadOnlyList<Money> Totals, string? Next);
