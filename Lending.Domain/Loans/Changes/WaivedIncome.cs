namespace Lending.Domain;

/// <summary>
/// Interest and penalty that were income and were given up by waivers. The loan no longer says so, its instalments are without them; the ledger does, as income and as a loss.
/// </summary>
internal readonly record struct WaivedIncome(Money Interest, Money Penalty)
{
    public static WaivedIncome None(Currency currency) => new(Money.Zero(currency), Money.Zero(currency));

    /// <summary>As it stands in the ledger after these events, which is not what their waivers would come to today: where the loan was worked out again, it was set right then.</summary>
    public static WaivedIncome Of(IEnumerable<LoanEvent> history, Currency currency)
    {
        var (interest, penalty) = (Money.Zero(currency), Money.Zero(currency));
        foreach (var @event in history)
        {
            if (@event is LoanChanged { Change: InterestWaiver, Outcome.Loss: { } waived }) interest += waived;
            if (@event is LoanChanged { Change: PenaltyWaiver, Outcome.Loss: { } given }) penalty += given;
            if (LoanPostings.OutcomeOf(@event) is not { } outcome) continue;
            if (outcome.InterestWaived is { } moreInterest) interest += moreInterest;
            if (outcome.PenaltyWaived is { } morePenalty) penalty += morePenalty;
        }

        return new(interest, penalty);
    }

    /// <summary>With a waiver that made one sum of earned amounts the other.</summary>
    public WaivedIncome With((Money Interest, Money Penalty, Money, Money) before, (Money Interest, Money Penalty, Money, Money) after) =>
        new(Interest + before.Interest - after.Interest, Penalty + before.Penalty - after.Penalty);

    public WaivedIncome Less(WaivedIncome other) => new(Interest - other.Interest, Penalty - other.Penalty);
}
