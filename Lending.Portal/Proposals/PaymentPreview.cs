using System.Collections.Immutable;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.Commands;
using Lending.Portal.Components;
using Lending.Portal.Decisions;
using Lending.Portal.SignIn;

namespace Lending.Portal.Proposals;

/// <summary>What the rules would do with money that is proposed now, once another person approves it: its parts and the day they count from, or why it is not taken.</summary>
public sealed record PaymentPreview(IReadOnlyList<KeyLine> Lines, DateOnly? CountsFrom, string? Refused = null)
{
    /// <summary>It pays the whole loan.</summary>
    public bool Closes { get; init; }

    /// <summary>Proposed by the person and approved by another, as the rules do both; history is asked for only where the money works the loan out again.</summary>
    public static async Task<PaymentPreview> OfAsync(
        LoanFile file, Brand brand, LoanCommand proposal, string paymentId, StaffIdentity person, Func<Task<ImmutableArray<LoanEvent>>> history, DateTimeOffset now)
    {
        var proposed = DecisionPreview.Of(file.State, file.Id, proposal, brand, file.Product, null, person, now);
        if (proposed.Refusal is { } refused) return new([], null, RefusalWords.Of(refused));
        var waiting = proposed.Events.Aggregate(file.State, LoanEvolution.Evolve);
        var approve = new ApprovePayment(paymentId);
        ImmutableArray<LoanEvent>? past = LoanHistory.IsNeeded(waiting, approve, brand.BusinessDate) ? await history() : null;
        var booked = DecisionPreview.Of(waiting, file.Id, approve, brand, file.Product, null, null, now, history: past);
        if (booked.Refusal is { } unbooked) return new([], null, RefusalWords.Of(unbooked));
        return PaymentParts.Of(waiting, booked.Events) is { } parts
            ? new([.. LinesOf(parts, MoneyFormat.Full), new("Closes the loan", parts.Closes ? "Yes" : "No")], waiting.ProposedPayments[paymentId].ReceivedOn) { Closes = parts.Closes }
            : new([], null);
    }

    /// <summary>The parts in the order in which they are paid; those few payments have only where there is something of them.</summary>
    public static IReadOnlyList<KeyLine> LinesOf(PaymentParts parts, Func<Money, string> format)
    {
        KeyLine[] Some(string label, Money amount) => amount.IsZero ? [] : [new(label, format(amount))];
        return
        [
            new("Penalty", format(parts.Penalty)), .. Some("Fees", parts.Fees), new("Interest", format(parts.Interest)), new("Principal", format(parts.Principal)),
            .. Some("Charge for paying early", parts.EarlyCharge), .. Some("Recovered of what was written off", parts.Recovered),
            parts.Advance.IsNegative ? new("Taken from the advance", format(parts.Advance)) : new("Kept as an advance", format(parts.Advance)),
        ];
    }
}
