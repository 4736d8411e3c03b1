namespace Lending.Domain.Engine;

/// <summary>
/// Days inside an instalment over which the balance does not change. What happens on its last day (a tranche, a correction, a credit)
/// counts from the next stretch on.
/// </summary>
internal sealed class Stretch
{
    private bool _isInterestKnown;
    private decimal _interest;

    public required PlanPeriod Owner { get; init; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>No interest on these days (interest pause).</summary>
    public bool Paused { get; private set; }

    /// <summary>Share of the balance earned from the first to the last day.</summary>
    public decimal Factor { get; private set; }

    /// <summary>Share of the balance earned from the first day to the end of the instalment.</summary>
    public decimal FactorToDue { get; private set; }

    public decimal Disbursed { get; private set; }

    public decimal Capitalized { get; private set; }

    /// <summary>Principal that bears interest more (overdue) or less (paid early) than scheduled, from the next stretch on.</summary>
    public decimal Corrected { get; private set; }

    public decimal CreditedPrincipal { get; private set; }

    public decimal CreditedInterest { get; private set; }

    /// <summary>The balance that bears interest on these days.</summary>
    public decimal Balance { get; private set; }

    public int Days => To.DayNumber - From.DayNumber;

    public decimal BalanceAfter => Balance + Disbursed + Capitalized + Corrected;

    public static Stretch Of(PlanPeriod owner, DateOnly from, DateOnly to, bool paused = false) =>
        new() { Owner = owner, From = from, To = to, Paused = paused };

    public Stretch CopyTo(PlanPeriod owner, bool withoutCorrections) => new()
    {
        Owner = owner, From = From, To = To, Paused = Paused, Factor = Factor, FactorToDue = FactorToDue, Disbursed = Disbursed,
        Capitalized = Capitalized, Corrected = withoutCorrections ? 0 : Corrected, CreditedPrincipal = CreditedPrincipal,
        CreditedInterest = CreditedInterest, Balance = Balance, _isInterestKnown = _isInterestKnown, _interest = _interest,
    };

    public void Begin(DateOnly from) => (From, _) = (from, Forget());

    public void End(DateOnly to) => (To, _) = (to, Forget());

    public void Pause() => (Paused, _) = (true, Forget());

    public void Earn(decimal factor, decimal factorToDue)
    {
        if (Factor == factor && FactorToDue == factorToDue) return;
        (Factor, FactorToDue, _) = (factor, factorToDue, Forget());
    }

    public void Disburse(decimal amount) => (Disbursed, _) = (Disbursed + amount, Owner.Touch());

    public void Capitalize(decimal amount) => (Capitalized, _) = (Capitalized + amount, Owner.Touch());

    public void Correct(decimal amount) => (Corrected, _) = (Corrected + amount, Owner.Touch());

    public void Credit(decimal principal, decimal interest) =>
        (CreditedPrincipal, CreditedInterest, _) = (CreditedPrincipal + principal, CreditedInterest + interest, Forget());

    public void Carry(decimal balance)
    {
        if (Balance == balance) return;
        (Balance, _) = (balance, Forget());
    }

    /// <summary>Says that something changed that the interest depends on. The answer has no meaning.</summary>
    public bool Forget()
    {
        _isInterestKnown = false;
        return Owner.Touch();
    }

    /// <summary>Raw interest of these days, with the interest a chargeback brought back. Kept while balance, dates and factor stay.</summary>
    public decimal Interest
    {
        get
        {
            // Flat interest also follows what other stretches lend.
            if (!_isInterestKnown || Owner.Plan.Terms.InterestBase is InterestBase.Flat) (_isInterestKnown, _interest) = (true, Calculate());
            return _interest;
        }
    }

    private decimal Calculate()
    {
        if (Paused) return CreditedInterest;
        var toDue = Owner.Due.DayNumber - From.DayNumber;
        if (toDue == 0 || FactorToDue == 0) return Precise.NotNegative(CreditedInterest);
        var bearing = Owner.Plan.Terms.InterestBase is InterestBase.Flat ? Owner.LentBefore(this) : Balance;
        // Divided and multiplied even over the whole length: the 19 digits of both decide where a half cent falls.
        var earned = Precise.Times(Precise.Over(Precise.Times(bearing, FactorToDue), toDue), Days);
        return Precise.NotNegative(CreditedInterest == 0 ? earned : CreditedInterest + earned);
    }
}
