namespace Lending.Domain;

/// <summary>Staff, and the platform, decide an offer (LOS-037).</summary>
internal static class ReloanDeciding
{
    public static LoanDecision Approve(Loan loan, ApproveReloan command, Circumstances now)
    {
        if (OfferOf(loan, command.Number) is not { } offer) return new ReloanNotFound();
        if (offer.State is not ReloanState.Pending) return NotOpen(offer);
        if (now.Today(loan) > offer.Offer!.Until) return new ReloanExpired(offer.Offer.Until);
        if (string.IsNullOrWhiteSpace(command.Note)) return new NoteMissing();
        return LoanDecision.Accept(new ReloanApproved(command.Number, now.Today(loan), now.Actor.Id, command.Note))
            .AndThen(Reloaning.Offered(loan, offer.Offer, now));
    }

    public static LoanDecision Reject(Loan loan, RejectReloan command, Circumstances now)
    {
        if (OfferOf(loan, command.Number) is not { } offer) return new ReloanNotFound();
        if (offer.State is not ReloanState.Pending) return NotOpen(offer);
        if (string.IsNullOrWhiteSpace(command.Reason)) return new NoteMissing();
        return LoanDecision.Accept(new ReloanRejected(command.Number, now.Today(loan), now.Actor.Id, command.Reason));
    }

    public static LoanDecision Cancel(Loan loan, CancelReloan command, Circumstances now)
    {
        if (OfferOf(loan, command.Number) is not { } offer) return new ReloanNotFound();
        if (!offer.IsOpen) return NotOpen(offer);
        if (string.IsNullOrWhiteSpace(command.Reason)) return new NoteMissing();
        return LoanDecision.Accept(new ReloanCancelled(command.Number, now.Today(loan), ReloanEnding.Withdrawn, now.Actor.Id, command.Reason))
            .AndThen(Reloaning.Withdrawn(loan, offer, now));
    }

    /// <summary>An offer that was decided or taken meanwhile stays as it is.</summary>
    public static LoanDecision End(Loan loan, EndReloan command, Circumstances now)
    {
        if (OfferOf(loan, command.Number) is not { } offer || offer.State is not (ReloanState.Pending or ReloanState.Approved)) return LoanDecision.Nothing;
        var over = command.Ending switch
        {
            ReloanEnding.Expired => offer.IsOpen && now.Today(loan) > offer.Offer!.Until,
            ReloanEnding.NotStarted => offer.Application is not null,
            _ => false,
        };
        return over ? LoanDecision.Accept(new ReloanCancelled(command.Number, now.Today(loan), command.Ending, now.Actor.Id, command.Reason)) : LoanDecision.Nothing;
    }

    /// <summary>The offer of this number; null when that check came to none, or another one came after it.</summary>
    public static ReloanStanding? OfferOf(Loan loan, int number) => loan.Reloan is { Offer: not null } offer && offer.Number == number ? offer : null;

    public static ReloanNotOpen NotOpen(ReloanStanding offer) => new(offer.Application is null ? $"{offer.State}" : "Accepted");
}
