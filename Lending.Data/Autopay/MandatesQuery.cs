using Lending.Domain;

namespace Lending.Data;

/// <summary>A mandate of a loan, as its events tell: who asked for it when, and how it stands. EndedOn and Reason are there once it has ended.</summary>
public sealed record MandateLine(
    string Id, MandateState State, Money Most, DateOnly ValidUntil, string By, DateTimeOffset At, DateOnly? ConfirmedOn, string? Number, MandateEnding? Ending,
    DateOnly? EndedOn, string? Reason, string? Url)
{
    /// <summary>Whether staff asked for it, and whether staff ended it: their names and their words are not for the borrower.</summary>
    public bool IsAskedByStaff { get; init; }

    public bool IsEndedByStaff { get; init; }
}

/// <summary>An automatic debit: announced for a day, and what became of it. Reason is why it failed or was withdrawn, PaidWith the payment it brought.</summary>
public sealed record DebitLine(
    string Reference, PresentationState State, Money Amount, DateOnly DebitOn, int Attempt, string? Reason, DateOnly? NextTry, string? PaidWith);

/// <summary>The mandates and debits of one loan, newest first.</summary>
public sealed record LoanAutopay(IReadOnlyList<MandateLine> Mandates, IReadOnlyList<DebitLine> Debits);

/// <summary>Reads them from the loan's own events.</summary>
public sealed class MandatesQuery(LendingDatabase database)
{
    private const int EventsMax = 600;

    public async Task<LoanAutopay> OfLoanAsync(string brand, string loanId, CancellationToken cancellationToken)
    {
        var events = await database.ListAsync(brand,
            """
            SELECT type, payload, actor::json->>'kind', actor::json->>'name', recorded_at FROM journal
            WHERE stream = $1 AND (type LIKE 'loan.mandate-%' OR type LIKE 'loan.autopay-%' OR type = 'loan.payment-received.v1')
            ORDER BY version DESC LIMIT $2
            """,
            [StreamNames.Of(brand, loanId), EventsMax],
            row => (Fact: JournalJson.FactOf(row.GetString(0), row.GetString(1)), Kind: row.GetString(2), Name: row.GetString(3), At: row.Instant(4)),
            cancellationToken);

        var mandates = new OrderedDictionary<string, MandateLine>(StringComparer.Ordinal);
        var debits = new OrderedDictionary<string, DebitLine>(StringComparer.Ordinal);
        foreach (var (fact, kind, name, at) in Enumerable.Reverse(events))
        {
            // A borrower is never named in a list of events.
            if (fact is MandateRequested asked)
                mandates[asked.MandateId] = new(
                    asked.MandateId, MandateState.Requested, asked.Most, asked.ValidUntil, kind == nameof(ActorKind.Borrower) ? "Borrower" : name, at, null, null, null, null, null, null)
                {
                    IsAskedByStaff = kind == nameof(ActorKind.Staff),
                };
            else if (fact is AutopayAnnounced told)
                debits[told.Reference] = new(told.Reference, PresentationState.Announced, told.Amount, told.DebitOn, told.Attempt, null, null, null);
            else Change(mandates, debits, fact, kind);
        }

        return new([.. mandates.Values.Reverse()], [.. debits.Values.Reverse()]);
    }

    private static void Change(OrderedDictionary<string, MandateLine> mandates, OrderedDictionary<string, DebitLine> debits, IFact fact, string kind)
    {
        switch (fact)
        {
            case MandateIssued e when mandates.TryGetValue(e.MandateId, out var mandate):
                mandates[e.MandateId] = mandate with { Url = e.Url };
                break;
            case MandateConfirmed e when mandates.TryGetValue(e.MandateId, out var mandate):
                mandates[e.MandateId] = mandate with { State = MandateState.Active, ConfirmedOn = e.On, Number = e.Number, Url = null };
                break;
            case MandateEnded e when mandates.TryGetValue(e.MandateId, out var mandate):
                mandates[e.MandateId] = mandate with
                {
                    State = MandateState.Ended, Ending = e.Ending, EndedOn = e.On, Reason = e.Reason, Url = null, IsEndedByStaff = kind == nameof(ActorKind.Staff),
                };
                foreach (var (reference, told) in debits.ToArray())
                    if (told.State is PresentationState.Announced) debits[reference] = told with { State = PresentationState.Withdrawn, Reason = "mandate_ended" };
                break;
            case AutopayPresented e when debits.TryGetValue(e.Reference, out var debit):
                debits[e.Reference] = debit with { State = PresentationState.Presented, Amount = e.Amount, DebitOn = e.On };
                break;
            case AutopayWithdrawn e when debits.TryGetValue(e.Reference, out var debit):
                debits[e.Reference] = debit with { State = PresentationState.Withdrawn, Reason = e.Reason };
                break;
            case AutopayFailed e when debits.TryGetValue(e.Reference, out var debit):
                debits[e.Reference] = debit with { State = PresentationState.Failed, Reason = e.Code, NextTry = e.NextTry };
                break;
            case PaymentReceived { Presentation: { } reference } e when debits.TryGetValue(reference, out var debit):
                debits[reference] = debit with { State = PresentationState.Collected, PaidWith = e.PaymentId, Reason = null, NextTry = null };
                break;
            default:
                break;
        }
    }
}
