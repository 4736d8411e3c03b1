namespace Lending.Domain.Engine;

/// <summary>
/// The balance of a cumulative loan that bears interest, day by day over one instalment: what is scheduled to be left, with overdue
/// principal up to the day the instalment was last worked out, and without what was paid early.
/// </summary>
internal sealed class ClassicBalance(LoanAccount account)
{
    private readonly CreditTerms _terms = account.Terms;
    private readonly List<(DateOnly Date, decimal Amount)> _lent = [.. account.Disbursements.OrderBy(static d => d.Date).ThenBy(static d => d.Sequence)
        .Select(d => (d.Date, d.Amount - DownPayments.AmountOf(account.Terms, d.Amount)))];
    private readonly List<(DateOnly On, decimal Late, decimal Early)> _paid = [];
    private readonly List<(DateOnly Date, decimal Amount)> _inPeriod = [];
    private decimal _overdue;
    private int _next;

    /// <summary>Principal of the instalments that are not made yet.</summary>
    public decimal Scheduled { get; private set; }

    public bool HasDebtToCome => Scheduled > 0 || _next < _lent.Count;

    /// <summary>The day of the last payment that was early for the instalment at hand.</summary>
    public DateOnly? LastEarly => _paid.Count > 0 && _paid[^1].Early > 0 ? _paid[^1].On : null;

    /// <summary>Takes the tranches of an instalment; answers whether there were any.</summary>
    public bool Lend((DateOnly From, DateOnly Due) period, bool isLast)
    {
        var before = _next;
        for (; _next < _lent.Count && (_lent[_next].Date <= period.Due || isLast); _next++)
        {
            Scheduled += _lent[_next].Amount;
            if (_lent[_next].Date > period.From && _lent[_next].Date <= period.Due) _inPeriod.Add(_lent[_next]);
        }

        return _next > before;
    }

    public void Pay(DateOnly on, decimal late, decimal early) => _paid.Add((on, late, early));

    public void Repay(decimal principal) => Scheduled -= principal;

    /// <summary>The instalment is made: what is open of it and the older ones is overdue from now on.</summary>
    public void Close(List<Installment> rows)
    {
        _paid.Clear();
        _inPeriod.Clear();
        _overdue = rows.Sum(static r => r.IsDownPayment ? 0 : r.Principal.Open);
    }

    /// <summary>Interest of an instalment up to a day in it; each stretch of days of one balance is rounded by itself.</summary>
    public decimal InterestOn((DateOnly From, DateOnly Due) period, DateOnly until)
    {
        var overdueUntil = OverdueUntil(period);
        var interest = 0m;
        var from = period.From;
        var changes = _inPeriod.Select(static l => l.Date).Concat(_paid.Select(p => Effective(p.On, period.Due))).Append(overdueUntil).Append(until);
        foreach (var cut in changes.Where(day => day > period.From && day <= until).Distinct().Order())
        {
            var balance = On(from, period.Due, overdueUntil);
            if (cut < until && On(cut, period.Due, overdueUntil) == balance) continue;
            interest += _terms.Money(Earned(period, from, cut, balance));
            from = cut;
        }

        return interest;
    }

    private decimal On(DateOnly day, DateOnly due, DateOnly overdueUntil)
    {
        var balance = Scheduled - _inPeriod.Where(l => l.Date > day).Sum(static l => l.Amount) + (day < overdueUntil ? _overdue : 0);
        foreach (var (on, late, early) in _paid)
            if (Effective(on, due) <= day) balance -= early + (day < overdueUntil ? late : 0);
        return Precise.NotNegative(balance);
    }

    private decimal Earned((DateOnly From, DateOnly Due) period, DateOnly from, DateOnly to, decimal balance)
    {
        if (balance == 0 || _terms.AnnualRatePct == 0) return 0;
        if (_terms.InterestPeriods is InterestPeriods.Daily) return Precise.Times(balance, ClassicRates.OfDays(_terms, from, to));
        var whole = Precise.Times(balance, ClassicRates.OfPeriod(_terms));
        return from == period.From && to == period.Due ? whole
            : Precise.Over(Precise.Times(whole, to.DayNumber - from.DayNumber), period.Due.DayNumber - period.From.DayNumber);
    }

    // A payment saves interest from its day, or from the end of its instalment where the balance is looked at only then.
    private DateOnly Effective(DateOnly on, DateOnly due) => _terms.Recalculation is { Rest: RestPeriod.SameAsRepayment } ? due : on;

    // An instalment that was due before a payment stays as it was; the day end works all out again.
    private DateOnly OverdueUntil((DateOnly From, DateOnly Due) period)
    {
        if (_terms.Recalculation is { NoneOnPastDue: true }) return DateOnly.MinValue;
        var until = DateOnly.MinValue;
        foreach (var (from, asOf) in account.WorkedOut)
            if (from <= period.Due && asOf > until) until = asOf;
        return until > period.From && until < period.Due && _terms.Recalculation is { Rest: RestPeriod.SameAsRepayment } ? period.Due : until;
    }
}
