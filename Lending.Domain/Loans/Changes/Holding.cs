namespace Lending.Domain;

/// <summary>Freezing, disputing and releasing a loan (MO-008, MO-010, GAP-30, GAP-31).</summary>
internal static class Holding
{
    private const int FreezeDaysMax = 366;

    /// <summary>Its nights take their interest out of the schedule one by one, so nothing has to be planned anew.</summary>
    public static Outcome<ChangeOutcome> Freeze(Loan loan, Freeze change, ChangeGround ground)
    {
        if (loan.Hold is { } hold && hold.Covers(ground.Today)) return Stands(hold);
        if (change.Until is { } until && (until < ground.Today || until > ground.Today.AddDays(FreezeDaysMax)))
            return new ChangeFieldInvalid("until", $"must be today or later, at most {FreezeDaysMax} days");
        return ChangeOutcome.Same(loan) with { Hold = new LoanHold(HoldKind.Frozen, ground.Today, change.Until, ground.By) };
    }

    public static Outcome<ChangeOutcome> Dispute(Loan loan, ChangeGround ground) => loan.Hold is { } hold && hold.Covers(ground.Today)
        ? Stands(hold)
        : ChangeOutcome.Same(loan) with { Hold = new LoanHold(HoldKind.Disputed, ground.Today, null, ground.By) };

    public static Outcome<ChangeOutcome> Release(Loan loan, ChangeGround ground)
    {
        if (loan.Hold is not { } hold || !hold.Covers(ground.Today)) return new HoldStands("The loan is neither frozen nor in dispute.");
        var released = ChangeOutcome.Same(loan) with { Hold = null };
        return hold.Kind is HoldKind.Frozen || Classifying.SuspendsInterest(loan, ground.Product)
            ? released
            : released with { SuspendedInterest = Money.Zero(loan.Currency), InterestEarned = loan.SuspendedInterest };
    }

    private static HoldStands Stands(LoanHold hold) =>
        new(hold.Kind is HoldKind.Frozen ? "The loan is frozen already." : "The loan is in dispute already.");
}
