namespace Lending.Domain.Engine;

/// <summary>
/// A cumulative loan whose interest follows the real balance (rule CLASSIC-DECL+RECALC). Instalments are made one after the other, each
/// with the payments of its days; what is paid beyond an instalment makes the later ones smaller, fewer or later, as the product says.
/// </summary>
internal sealed class ClassicRecalculation
{
    private readonly LoanAccount _account;
    private readonly CreditTerms _terms;
    private readonly (DateOnly From, DateOnly Due)[] _periods;
    private readonly List<Entry> _payments;
    private readonly List<AccountCharge> _charges;
    private readonly ClassicBalance _balance;
    private readonly List<Installment> _rows = [];
    private decimal _level, _ahead;
    private int _nextPayment, _nextCharge;

    private ClassicRecalculation(LoanAccount account, (DateOnly From, DateOnly Due)[] periods)
    {
        (_account, _terms, _periods, _balance) = (account, account.Terms, periods, new(account));
        _payments = [.. account.Live.Where(static e => e.IsPayment).OrderBy(static e => e.Date).ThenBy(static e => e.Sequence)];
        if (_terms.DownPayment is not null)
            foreach (var tranche in account.Disbursements) DownPayments.AddRow(_terms, _rows, tranche.Date, DownPayments.AmountOf(_terms, tranche.Amount));
        _charges = [.. account.Charges.Where(static c => c.PerInstallment is null).OrderBy(static c => c.Due)];
    }

    /// <summary>The instalments as they stand, without what was paid.</summary>
    public static List<Installment> Rows(LoanAccount account, (DateOnly From, DateOnly Due)[] periods)
    {
        var run = new ClassicRecalculation(account, periods);
        for (var i = 0; i < periods.Length && run._balance.HasDebtToCome; i++) run.Make(i);
        run.AddInterestAfterTheEnd(account.AsOf);
        return run._rows.FindAll(static r => !r.IsDownPayment).ConvertAll(static row =>
        {
            var fresh = new Installment { From = row.From, Due = row.Due, IsAdditional = row.IsAdditional };
            (fresh.Principal.Charged, fresh.Interest.Charged) = (row.Principal.Charged, row.Interest.Charged);
            return fresh;
        });
    }

    /// <summary>All interest of the loan where a payoff on a day ends it.</summary>
    public static decimal InterestTo(LoanAccount account, (DateOnly From, DateOnly Due)[] periods, DateOnly date)
    {
        var run = new ClassicRecalculation(account, periods);
        var i = 0;
        for (; i < periods.Length && periods[i].Due <= date && run._balance.HasDebtToCome; i++) run.Make(i);
        var interest = 0m;
        if (i < periods.Length && run._balance.HasDebtToCome)
        {
            run.Lend(i);
            run.TakeEarly(date);
            interest = run._balance.InterestOn(periods[i], run.PayoffUntil(periods[i], date));
        }
        else run.AddInterestAfterTheEnd(date);

        return run._rows.Sum(static r => r.Interest.Charged) + interest;
    }

    private void Make(int i)
    {
        var period = _periods[i];
        _account.Work.Add(10 + _rows.Count);
        Lend(i);
        var early = TakeEarly(period.Due.AddDays(-1));
        var (due, interest, isLast) = (period.Due, _balance.InterestOn(period, period.Due), i == _periods.Length - 1);
        if (_balance.LastEarly is { } on && _balance.InterestOn(period, PayoffUntil(period, on)) is var earned && early >= _balance.Scheduled + earned)
            (due, interest, isLast) = (on, earned, true); // All is paid: the instalment ends on the day of the payment.

        var principal = isLast ? _balance.Scheduled : PrincipalOf(i, interest);
        var above = Precise.NotNegative(Math.Min(early, _balance.Scheduled) - principal);
        var row = new Installment { Number = i + 1, From = period.From, Due = due };
        (row.Interest.Charged, row.Principal.Charged) = (interest, principal + above);
        _balance.Repay(row.Principal.Charged);
        if (above > 0) Follow(i, above);
        _rows.Add(row);
        AddCharges(row);
        if (early > 0) Allocate(_payments[_nextPayment - 1].Date, early);
        TakeOnDue(i, row);
        _balance.Close(_rows);
    }

    // A tranche counts for the instalment it falls in; the level is found anew over what is left.
    private void Lend(int i)
    {
        if (_balance.Lend(_periods[i], i == _periods.Length - 1))
            _level = ClassicSchedule.LevelOf(_terms, _balance.Scheduled, _periods.Length - Math.Max(i, _terms.GracePrincipal), _periods[i]);
    }

    /// <summary>Payments up to a day before the instalment is due: what older instalments leave of them is paid early.</summary>
    private decimal TakeEarly(DateOnly until)
    {
        var early = 0m;
        for (; _nextPayment < _payments.Count && _payments[_nextPayment].Date <= until; _nextPayment++)
        {
            var payment = _payments[_nextPayment];
            var open = OpenPrincipal();
            var left = Allocate(payment.Date, payment.Amount);
            _balance.Pay(payment.Date, late: open - OpenPrincipal(), early: left);
            early += left;
        }

        return early;
    }

    private void TakeOnDue(int i, Installment row)
    {
        for (; _nextPayment < _payments.Count && _payments[_nextPayment].Date <= row.Due; _nextPayment++)
        {
            var payment = _payments[_nextPayment];
            var above = Math.Min(Allocate(payment.Date, payment.Amount), _balance.Scheduled);
            if (above <= 0) continue;
            row.Principal.Charged += above;
            row.Met = false;
            _balance.Repay(above);
            Allocate(payment.Date, above);
            Follow(i, above);
        }
    }

    // What is paid beyond an instalment: smaller instalments, fewer ones, or less in the next.
    private void Follow(int i, decimal above)
    {
        if (_terms.Recalculation is { Adjust: RecalculationEffect.ReduceNumberOfInstallments }) return;
        if (_terms.Recalculation is { Adjust: RecalculationEffect.RescheduleNextRepayments }) _ahead += above;
        else if (i + 1 < _periods.Length)
            _level = ClassicSchedule.LevelOf(_terms, _balance.Scheduled, _periods.Length - Math.Max(i + 1, _terms.GracePrincipal), _periods[i]);
    }

    private decimal PrincipalOf(int i, decimal interest)
    {
        if (i < _terms.GracePrincipal) return 0;
        var principal = _terms.Amortization is Amortization.EqualPrincipalPayments ? _level : Precise.NotNegative(_level - interest);
        var ahead = Math.Min(_ahead, principal);
        _ahead -= ahead;
        return Math.Min(principal - ahead, _balance.Scheduled);
    }

    private void AddCharges(Installment row)
    {
        for (; _nextCharge < _charges.Count && _charges[_nextCharge].Due <= row.Due; _nextCharge++) ChargeRows.Add([row], _charges[_nextCharge], row.From);
    }

    private decimal Allocate(DateOnly on, decimal amount) =>
        ClassicAllocation.Allocate(_account, _rows, new Entry { Sequence = 0, Kind = TransactionKind.Repayment, Date = on, EnteredOn = on, Amount = amount });

    private decimal OpenPrincipal() => _rows.Sum(static r => r.IsDownPayment ? 0 : r.Principal.Open);

    // Principal that is overdue after the last due date goes on bearing interest, in an instalment of its own.
    private void AddInterestAfterTheEnd(DateOnly until)
    {
        if (_rows.TrueForAll(static r => r.IsDownPayment) || _balance.HasDebtToCome || until <= _rows[^1].Due) return;
        var from = _rows[^1].Due;
        var early = TakeEarly(until);
        var interest = _balance.InterestOn((from, until), until);
        if (interest <= 0) return;
        var row = new Installment { Number = _rows.Count + 1, From = from, Due = until, IsAdditional = true };
        row.Interest.Charged = interest;
        _rows.Add(row);
        if (early > 0) Allocate(_payments[_nextPayment - 1].Date, early);
    }

    private DateOnly PayoffUntil((DateOnly From, DateOnly Due) period, DateOnly on) =>
        _terms.Recalculation is { Rest: RestPeriod.SameAsRepayment, PreClose: PayoffInterest.TillRestFrequencyDate } ? period.Due : on;
}
