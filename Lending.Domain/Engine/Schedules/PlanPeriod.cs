namespace Lending.Domain.Engine;

/// <summary>
/// One instalment of an <see cref="InterestPlan"/>: its level amount, what was paid to it, and from these its interest (by the stretches)
/// and its principal (the rest of the level amount). Interest that does not fit into the level amount moves to the next instalment.
/// </summary>
internal sealed class PlanPeriod
{
    private decimal _calculated, _dueInterest, _duePrincipal;

    public required InterestPlan Plan { get; init; }

    public PlanPeriod? Previous { get; set; }

    public int Index { get; set; }

    public DateOnly From { get; private set; }

    public DateOnly Due { get; private set; }

    public List<Stretch> Stretches { get; private init; } = [];

    /// <summary>The instalment: principal and interest together, without what a chargeback added.</summary>
    public decimal Level { get; private set; }

    /// <summary>The instalment as it was last spread evenly.</summary>
    public decimal OriginalLevel { get; set; }

    public decimal PaidPrincipal { get; private set; }

    public decimal PaidInterest { get; private set; }

    /// <summary>Interest of later days that must be paid here, for nothing is open after this instalment.</summary>
    public decimal PulledInterest { get; private set; }

    /// <summary>The days of this instalment are paid elsewhere: earlier (up), or by a re-age (down).</summary>
    public bool InterestMovedUp { get; private set; }

    public bool InterestMovedDown { get; private set; }

    /// <summary>Interest that was settled as an amount by a re-age or re-amortisation.</summary>
    public decimal FixedInterest { get; private set; }

    /// <summary>Lent up to the first day, for flat interest.</summary>
    public decimal LentAtStart { get; set; }

    public decimal MovedCredit { get; private set; }

    public bool PrincipalGrace { get; set; }

    public bool InterestGrace { get; private set; }

    public bool ReAged { get; set; }

    /// <summary>Holds what was paid ahead before a re-age.</summary>
    public bool HoldsEarlyPayments { get; set; }

    public static PlanPeriod Of(InterestPlan plan, DateOnly from, DateOnly due, decimal level = 0)
    {
        var period = new PlanPeriod { Plan = plan, From = from, Due = due, Level = level, OriginalLevel = level };
        period.Stretches.Add(Stretch.Of(period, from, due));
        return period;
    }

    public PlanPeriod CopyTo(InterestPlan plan, PlanPeriod? previous, bool withoutPayments)
    {
        var copy = new PlanPeriod
        {
            Plan = plan, Previous = previous, Index = Index, From = From, Due = Due, Stretches = new(Stretches.Count + 1), Level = Level,
            OriginalLevel = OriginalLevel, PaidPrincipal = withoutPayments ? 0 : PaidPrincipal, PaidInterest = withoutPayments ? 0 : PaidInterest,
            PulledInterest = withoutPayments ? 0 : PulledInterest, InterestMovedUp = InterestMovedUp, InterestMovedDown = InterestMovedDown,
            FixedInterest = withoutPayments && InterestMovedDown ? PaidInterest : FixedInterest, LentAtStart = LentAtStart,
            MovedCredit = MovedCredit, PrincipalGrace = PrincipalGrace, InterestGrace = InterestGrace, ReAged = ReAged,
            HoldsEarlyPayments = HoldsEarlyPayments, _calculated = _calculated, _dueInterest = _dueInterest, _duePrincipal = _duePrincipal,
        };
        plan.Work.Add(2 * Stretches.Count);
        foreach (var stretch in Stretches) copy.Stretches.Add(stretch.CopyTo(copy, withoutPayments));
        return copy;
    }

    public decimal CreditedPrincipal
    {
        get
        {
            var sum = 0m;
            foreach (var stretch in Stretches)
                if (stretch.CreditedPrincipal != 0) sum += stretch.CreditedPrincipal;
            return Precise.NotNegative(sum);
        }
    }

    public decimal CreditedInterest
    {
        get
        {
            var sum = 0m;
            foreach (var stretch in Stretches)
                if (stretch.CreditedInterest != 0) sum += stretch.CreditedInterest;
            return Precise.NotNegative(sum);
        }
    }

    public decimal Credited
    {
        get
        {
            var credited = CreditedPrincipal + CreditedInterest;
            return credited == 0 && MovedCredit == 0 ? 0 : credited - MovedCredit;
        }
    }

    public decimal TotalPaid => PaidPrincipal + PaidInterest;

    /// <summary>Interest by the days, whether or not it fits into the instalment.</summary>
    public decimal CalculatedInterest => Read()._calculated;

    public decimal DueInterest => Read()._dueInterest;

    public decimal DuePrincipal => Read()._duePrincipal;

    /// <summary>The level amount with everything added to it.</summary>
    public decimal LevelWithAdditions => Level + Credited + PulledInterest;

    /// <summary>Interest of these days that the next instalment takes.</summary>
    public decimal Unrecognized => Precise.NotNegative(Read()._calculated - _dueInterest);

    public bool FullyPaid => LevelWithAdditions == TotalPaid;

    public decimal OpenInterest => Precise.NotNegative(DueInterest - PaidInterest);

    public decimal OpenPrincipal => Precise.NotNegative(DuePrincipal - PaidPrincipal);

    public decimal BalanceAfter => Precise.NotNegative(Stretches[^1].BalanceAfter + PaidPrincipal - DuePrincipal);

    /// <summary>One plus the share earned over the whole instalment.</summary>
    public decimal FactorPlusOne => 1 + Sum(static s => s.Factor);

    /// <summary>Lent until a stretch begins; null counts the whole instalment.</summary>
    public decimal LentBefore(Stretch? until)
    {
        var lent = LentAtStart;
        foreach (var stretch in Stretches)
        {
            if (ReferenceEquals(stretch, until)) break;
            if (stretch.To != From) lent += stretch.Disbursed + stretch.Capitalized;
        }

        return lent;
    }

    public decimal Sum(Func<Stretch, decimal> of)
    {
        var sum = 0m;
        foreach (var stretch in Stretches) sum += of(stretch);
        return sum;
    }

    /// <summary>Says that a figure of this instalment changed. The answer has no meaning.</summary>
    public bool Touch() => Plan.Touch(Index);

    public void Begin(DateOnly from)
    {
        (From, _) = (from, Touch());
        Plan.MoveDates();
    }

    public void End(DateOnly due)
    {
        (Due, _) = (due, Touch());
        foreach (var stretch in Stretches) stretch.Forget();
        Plan.MoveDates();
    }

    /// <summary>Takes figures that were worked out elsewhere; spread is the level before the last instalment took the rest, null where it is the same.</summary>
    public void Adopt(decimal principal, decimal interest, decimal? spread)
    {
        Level = principal + interest;
        OriginalLevel = spread ?? Level;
        (_calculated, _dueInterest, _duePrincipal) = (interest, interest, principal);
    }

    public void SetLevel(decimal level)
    {
        if (Level == level) return;
        (Level, _) = (level, Touch());
    }

    public void Spread(decimal level)
    {
        SetLevel(level);
        OriginalLevel = level;
    }

    public void Pay(decimal principal, decimal interest) =>
        (PaidPrincipal, PaidInterest, _) = (PaidPrincipal + principal, PaidInterest + interest, Touch());

    public void ForgetPayments() => (PaidPrincipal, PaidInterest, _) = (0, 0, Touch());

    public void Pull(decimal interest)
    {
        if (PulledInterest == interest) return;
        (PulledInterest, _) = (interest, Touch());
    }

    public void MoveInterestUp(bool moved)
    {
        if (InterestMovedUp == moved) return;
        (InterestMovedUp, _) = (moved, Touch());
    }

    public void MoveInterestDown() => (InterestMovedDown, _) = (true, Touch());

    public void Fix(decimal interest) => (FixedInterest, _) = (interest, Touch());

    public void MoveCredit() => (MovedCredit, _) = (CreditedPrincipal + CreditedInterest, Touch());

    public void GrantInterestGrace(bool granted) => (InterestGrace, _) = (granted, Touch());

    /// <summary>Works the figures out from those of the instalment before.</summary>
    public void Calculate()
    {
        Plan.Work.Add(Stretches.Count);
        var calculated = 0m;
        if (!InterestMovedUp && !InterestMovedDown) calculated = Plan.Terms.Money(RawInterest());
        if (FixedInterest != 0) calculated += FixedInterest;
        if (PulledInterest != 0) calculated += PulledInterest;
        if (Previous is not null && Previous._calculated > Previous._dueInterest) calculated += Previous._calculated - Previous._dueInterest;
        _calculated = Precise.NotNegative(calculated);

        var all = LevelWithAdditions;
        var wouldBePrincipal = Precise.NotNegative(all - _calculated);
        var interest = PaidPrincipal > wouldBePrincipal ? PaidInterest : Math.Min(_calculated, all);
        _dueInterest = InterestGrace ? PaidInterest : Math.Max(interest, PaidInterest);
        _duePrincipal = Math.Max(Precise.NotNegative(all - _dueInterest), PaidPrincipal);
    }

    private decimal RawInterest()
    {
        if (Stretches.Count == 1) return Stretches[0].Interest;
        var sum = 0m;
        foreach (var stretch in Stretches) sum += stretch.Interest;
        return sum;
    }

    private PlanPeriod Read()
    {
        Plan.CalculateUpTo(Index);
        return this;
    }
}
