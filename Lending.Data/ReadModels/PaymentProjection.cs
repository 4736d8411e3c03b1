using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Data;

/// <summary>The payments that some events of a loan propose, book, turn down or take back.</summary>
internal static class PaymentProjection
{
    public static ImmutableArray<PaymentRow> Of(string brand, string id, Loan before, IEnumerable<LoanEvent> events, DateTimeOffset at)
    {
        var rows = new Dictionary<string, PaymentRow>();
        var waiting = before.ProposedPayments;
        var version = before.Version;
        foreach (var @event in events)
        {
            version++;
            switch (@event)
            {
                case PaymentProposed e:
                    var proposed = new ProposedPayment(e.PaymentId, e.Amount, e.Channel, e.Reference, e.ReceivedOn, e.Note, e.By);
                    waiting = waiting.SetItem(e.PaymentId, proposed);
                    rows[e.PaymentId] = Waiting(brand, id, proposed, PaymentStates.Proposed, e.Note, version, at);
                    break;
                case PaymentRejected e when waiting.TryGetValue(e.PaymentId, out var rejected):
                    rows[e.PaymentId] = Waiting(brand, id, rejected, PaymentStates.Rejected, e.Reason, version, at);
                    break;
                case PaymentReceived e:
                    var row = Received(brand, id, e, waiting.GetValueOrDefault(e.PaymentId), version, at);
                    rows[e.PaymentId] = e.Outcome is null ? row : row.With(PaymentParts.Of(events.Take(version - before.Version - 1).Aggregate(before, LoanEvolution.Evolve), [e])!);
                    break;
                case LoanChanged { Outcome.Reversed: { } reversed }:
                    var back = Received(brand, id, reversed, null, version, at) with { State = PaymentStates.Reversed };
                    rows[reversed.PaymentId] = back.Over(rows.GetValueOrDefault(reversed.PaymentId));
                    break;
                default:
                    break;
            }
        }

        return [.. rows.Values];
    }

    private static PaymentRow Waiting(string brand, string id, ProposedPayment payment, string state, string note, int version, DateTimeOffset at)
    {
        var zero = Money.Zero(payment.Amount.Currency);
        return new(brand, id, payment.PaymentId, state, payment.Amount, payment.Channel, payment.Reference, payment.ReceivedOn, null,
            zero, zero, zero, zero, zero, note, payment.By, version, at);
    }

    private static PaymentRow Received(string brand, string id, PaymentReceived e, ProposedPayment? proposed, int version, DateTimeOffset at)
    {
        var zero = Money.Zero(e.Amount.Currency);
        var (penalty, fee, interest, principal) = (zero, zero, zero, zero);
        foreach (var paid in e.Allocations)
            (penalty, fee, interest, principal) = (penalty + paid.Penalty, fee + (paid.Fee ?? zero), interest + paid.Interest, principal + paid.Principal);
        return new(brand, id, e.PaymentId, PaymentStates.Received, e.Amount, e.Channel, e.Reference, proposed?.ReceivedOn ?? e.CountsFrom, e.On,
            penalty, fee, interest, principal, e.Advance, proposed?.Note, proposed?.By, version, at);
    }
}
