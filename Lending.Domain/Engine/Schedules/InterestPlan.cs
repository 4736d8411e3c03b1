namespace Lending.Domain.Engine;

/// <summary>A rate that counts from a day on.</summary>
internal readonly record struct RateChange(DateOnly From, decimal RatePct);

/// <summary>Overdue principal that was made to bear interest, to take back where a rule needs the plan without it.</summary>
internal readonly record struct OverdueCorrection(DateOnly On, decimal Amount, DateOnly PeriodDue);

/// <summary>
/// The instalments of a progressive loan with their interest, as rule PROG-EMI and +RECALC see them: a chain in which each instalment's
/// figures follow from the one before. Figures are worked out when asked for, and again only from the first changed instalment on.
/// </summary>
internal sealed class InterestPlan
{
    private int _calculated, _carried;

    private InterestPlan(CreditTerms terms, int capacity, WorkDone work) => (Terms, Periods, Work) = (terms, new(capacity), work);

    public CreditTerms Terms { get; }

    public List<PlanPeriod> Periods { get; }

    public WorkDone Work { get; }

    public List<RateChange> Rates { get; private init; } = [];

    public List<OverdueCorrection> Overdue { get; private init; } = [];

    /// <summary>Up to when overdue principal has been charged interest.</summary>
    public DateOnly? OverdueUntil { get; set; }

    /// <summary>Principal grace has been replaced by a re-age or re-amortisation.</summary>
    public bool GraceLifted { get; set; }

    /// <summary>A copy made to spread the debt anew.</summary>
    public bool IsTrial { get; private init; }

    /// <summary>Off after the maturity was brought forward: instalments stay as they are.</summary>
    public bool KeepsLevelsInPayment { get; set; } = true;

    public DateOnly Start => Periods[0].From;

    public PlanPeriod Last => Periods[^1];

    public bool IsEmpty => Periods.TrueForAll(static p => p.Level == 0);

    public DateCounting Counting { get; private set; } = DateCounting.Moved;

    /// <summary>Each instalment counts for as long as it really is.</summary>
    public bool OnAgreedDates => Counting is DateCounting.Agreed;

    public static InterestPlan Of(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, DateCounting counting, WorkDone work)
    {
        var plan = new InterestPlan(terms, periods.Length, work);
        foreach (var (from, due) in periods) plan.Add(PlanPeriod.Of(plan, from, due));
        plan.Counting = counting;
        return plan;
    }

    public InterestPlan Copy() => CopyWith(false);

    /// <summary>The plan as if nothing had been paid.</summary>
    public InterestPlan TrialCopy() => CopyWith(true);

    public void Add(PlanPeriod period)
    {
        period.Index = Periods.Count;
        period.Previous = Periods.Count == 0 ? null : Periods[^1];
        Periods.Add(period);
        MoveDates();
    }

    /// <summary>Says that due dates are no longer those counted from the seed.</summary>
    public void MoveDates()
    {
        if (Counting is DateCounting.OnGrid) Counting = DateCounting.Moved;
    }

    /// <summary>Numbers the instalments again after some were removed.</summary>
    public void Relink()
    {
        for (var i = 0; i < Periods.Count; i++)
        {
            Periods[i].Index = i;
            Periods[i].Previous = i == 0 ? null : Periods[i - 1];
        }

        (_calculated, _carried) = (0, 0);
        MoveDates();
    }

    public bool Touch(int index)
    {
        if (index < _calculated) _calculated = index;
        if (index < _carried) _carried = index;
        return true;
    }

    /// <summary>The first instalment whose balance may have changed since the last time this was asked.</summary>
    public int TakeUncarried()
    {
        var from = _carried;
        _carried = Periods.Count;
        return from;
    }

    /// <summary>Says that the figures of every instalment were set from outside.</summary>
    public void MarkCalculated() => _calculated = Periods.Count;

    public void CalculateUpTo(int index)
    {
        while (_calculated <= index) Periods[_calculated++].Calculate();
    }

    public decimal RateOn(DateOnly date)
    {
        var (rate, since) = (Terms.AnnualRatePct, DateOnly.MinValue);
        foreach (var change in Rates)
            if (change.From <= date && change.From >= since) (rate, since) = (change.RatePct, change.From);
        return rate;
    }

    /// <summary>The instalment of a day: from exclusive, due inclusive; the first includes its first day.</summary>
    public PlanPeriod? PeriodOf(DateOnly date)
    {
        foreach (var period in Periods)
            if (date <= period.Due && (date > period.From || (period.Index == 0 && date == period.From))) return period;
        return null;
    }

    public PlanPeriod? Find(DateOnly from, DateOnly due) =>
        Periods.Find(p => p.From == from && p.Due == due) ?? Periods.Find(p => p.From <= from && p.Due >= due);

    public decimal Sum(Func<PlanPeriod, decimal> of)
    {
        var sum = 0m;
        foreach (var period in Periods) sum += of(period);
        return sum;
    }

    /// <summary>Everything lent, capitalised and charged back.</summary>
    public decimal TotalPrincipal =>
        Precise.NotNegative(Sum(static p => p.Sum(static s => s.Disbursed + s.CreditedPrincipal + s.Capitalized)));

    public decimal TotalPaidPrincipal => Sum(static p => p.PaidPrincipal);

    public decimal TotalInterest => Sum(static p => p.DueInterest);

    public decimal TotalPaidInterest => Sum(static p => p.PaidInterest);

    public decimal OpenPrincipal => Precise.NotNegative(TotalPrincipal - TotalPaidPrincipal);

    private InterestPlan CopyWith(bool trial)
    {
        var copy = new InterestPlan(Terms, Periods.Count, Work)
        {
            Rates = [.. Rates], Overdue = trial ? [] : [.. Overdue], GraceLifted = GraceLifted, IsTrial = trial,
            Counting = Counting,
        };
        PlanPeriod? previous = null;
        foreach (var period in Periods) copy.Periods.Add(previous = period.CopyTo(copy, previous, trial));
        if (!trial) (copy._calculated, copy._carried) = (_calculated, _carried);
        return copy;
    }
}
