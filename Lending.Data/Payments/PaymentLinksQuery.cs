using Lending.Domain;

namespace Lending.Data;

/// <summary>Where a payment link stands: asked for, open, paid, past its last day, or not made by the provider.</summary>
public enum LinkState { Requested, Open, Paid, Expired, Refused }

/// <summary>A payment link of a loan, as its events tell. Url is null until the provider has made it; PaidWith is the payment that came through it.</summary>
public sealed record PaymentLinkLine(
    string LinkId, Money Amount, LinkState State, DateOnly ExpiresOn, string? Url, string By, DateTimeOffset At, string? PaidWith, string? Reason);

/// <summary>The payment links of one loan, newest first.</summary>
public sealed class PaymentLinksQuery(LendingDatabase database)
{
    private const int EventsMax = 400;

    /// <summary>today is the Brand's business date: a link open until yesterday is expired.</summary>
    public async Task<IReadOnlyList<PaymentLinkLine>> OfLoanAsync(string brand, string loanId, DateOnly today, CancellationToken cancellationToken)
    {
        var events = await database.ListAsync(brand,
            """
            SELECT type, payload, actor::json->>'kind', actor::json->>'name', recorded_at FROM journal
            WHERE stream = $1 AND type IN ('loan.payment-link-requested.v1', 'loan.payment-link-issued.v1', 'loan.payment-link-refused.v1', 'loan.payment-received.v1')
            ORDER BY version DESC LIMIT $2
            """,
            [StreamNames.Of(brand, loanId), EventsMax],
            row => (Fact: JournalJson.FactOf(row.GetString(0), row.GetString(1)), Kind: row.GetString(2), Name: row.GetString(3), At: row.Instant(4)),
            cancellationToken);

        var links = new Dictionary<string, PaymentLinkLine>(StringComparer.Ordinal);
        foreach (var (fact, kind, name, at) in Enumerable.Reverse(events))
        {
            switch (fact)
            {
                case PaymentLinkRequested e:
                    links[e.LinkId] = new(e.LinkId, e.Amount, LinkState.Requested, e.ExpiresOn, null, name, at, null, null);
                    break;
                case PaymentLinkIssued e:
                    // A borrower is never named in a list of events.
                    var asked = links.GetValueOrDefault(e.LinkId) ?? new(e.LinkId, e.Amount, LinkState.Open, e.ExpiresOn, null, kind == nameof(ActorKind.Borrower) ? "Borrower" : name, at, null, null);
                    links[e.LinkId] = asked with { State = LinkState.Open, Url = e.Url, ExpiresOn = e.ExpiresOn };
                    break;
                case PaymentLinkRefused e when links.TryGetValue(e.LinkId, out var refused):
                    links[e.LinkId] = refused with { State = LinkState.Refused, Reason = e.Reason };
                    break;
                case PaymentReceived { LinkId: { } linkId } e when links.TryGetValue(linkId, out var paid):
                    links[linkId] = paid with { State = LinkState.Paid, PaidWith = e.PaymentId };
                    break;
                default:
                    break;
            }
        }

        return [.. links.Values.OrderByDescending(link => link.At)
            .Select(link => link is { State: LinkState.Open } && link.ExpiresOn < today ? link with { State = LinkState.Expired } : link)];
    }
}
