using Lending.Data;
using Lending.Domain;
using Lending.Portal.Commands;
using Lending.Portal.SignIn;

namespace Lending.Portal.Unmatched;

/// <summary>Places money that fitted no loan on one: claims it, then gives the loan its command. A second person books it.</summary>
public sealed class MatchDesk(StaffSession session, PaymentMatching matching, LoanDesk desk)
{
    /// <summary>Null when it was placed and waits for a second person, else what went wrong.</summary>
    public async Task<string?> PlaceAsync(UnmatchedPaymentLine payment, string loanId, DateOnly receivedOn, string note, CommandTicket ticket, CancellationToken cancellationToken)
    {
        var person = await session.PersonAsync();
        if (!person.May(Permission.Payments, Level.Write)) return "Your role may not do this.";
        if (payment.Amount is not { } amount) return "What was reported is not an amount. Ask the provider for it, and record it by hand.";
        if (!await matching.ClaimAsync(person.Brand, payment.Reference, loanId, person.StaffId, cancellationToken))
            return "Somebody has placed this payment meanwhile. Load the page again.";

        var given = await desk.TryAsync(loanId, CommandOf(payment, amount, receivedOn, note), ticket, null, cancellationToken);

        // Without an answer the loan may hold it: then the claim stays, and pressing again repeats the same command.
        if (given is Given.Refused) await matching.ReleaseAsync(person.Brand, payment.Reference, loanId, CancellationToken.None);
        return given.Problem;
    }

    /// <summary>Placing the payment, as the loan is told it.</summary>
    public static MatchPayment CommandOf(UnmatchedPaymentLine payment, Money amount, DateOnly receivedOn, string note) =>
        new(payment.Reference, amount, payment.Method.ToUpperInvariant(), payment.Utr ?? payment.Reference, receivedOn, note);
}
