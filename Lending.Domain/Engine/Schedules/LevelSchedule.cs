namespace Lending.Domain.Engine;

/// <summary>
/// The level schedule of one amount lent on the first day and nothing paid: the same figures as an <see cref="InterestPlan"/>, by arithmetic
/// on arrays alone (rules PROG-EMI "Level instalment" and "Balancing"). For quotes and for the first tranche of a plan.
/// </summary>
public sealed class LevelSchedule
{
    private const int TriesMax = 3;
    private const decimal Near = 0.000_000_1m;
    private const decimal TooLarge = 100_000_000m;

    private readonly CreditTerms _terms;
    private readonly decimal _amount;
    private readonly bool _agreed;
    private readonly decimal[] _factors, _levelFactors;
    private readonly int[] _days;
    private readonly decimal _half;
    private decimal[] _principalTried, _interestTried;

    private LevelSchedule(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, decimal amount, bool agreed)
    {
        (_terms, _amount, _agreed, Periods) = (terms, amount, agreed, periods);
        (_factors, _levelFactors) = (new decimal[periods.Length], new decimal[periods.Length]);
        _days = new int[periods.Length];
        (Principal, Interest) = (new decimal[periods.Length], new decimal[periods.Length]);
        (_principalTried, _interestTried) = (new decimal[periods.Length], new decimal[periods.Length]);
        _half = terms.Cent / 2;
    }

    public (DateOnly From, DateOnly Due)[] Periods { get; }

    public decimal[] Principal { get; private set; }

    public decimal[] Interest { get; private set; }

    /// <summary>What every instalment but the last pays.</summary>
    public decimal Level { get; private set; }

    /// <summary>Progressive, declining balance, without grace: what this arithmetic covers.</summary>
    public static bool Covers(CreditTerms terms) => terms is
    {
        Family: ScheduleFamily.Progressive, InterestBase: InterestBase.DecliningBalance, GracePrincipal: 0, GraceInterestPayment: 0,
    };

    public static LevelSchedule Of(CreditTerms terms, DateOnly disbursedOn, decimal amount) =>
        Of(terms, DueDates.All(terms, disbursedOn), amount, agreed: false);

    /// <summary>The dates are counted from the day of disbursement, or agreed on.</summary>
    internal static LevelSchedule Of(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, decimal amount, bool agreed)
    {
        var schedule = new LevelSchedule(terms, periods, amount, agreed);
        schedule.Earn();
        schedule.Spread();
        return schedule;
    }

    private void Earn()
    {
        for (var i = 0; i < Periods.Length; i++) _days[i] = Periods[i].Due.DayNumber - Periods[i].From.DayNumber;
        var known = new Dictionary<(int Days, int Year, int NextYear), (decimal, decimal)>();
        for (var i = 0; i < Periods.Length; i++)
        {
            var kind = _agreed ? null : KindOf(i);
            if (kind is { } same && known.TryGetValue(same, out var factor))
            {
                (_factors[i], _levelFactors[i]) = factor;
                continue;
            }

            (_factors[i], _levelFactors[i]) = FactorsOf(Periods[i]);
            if (kind is { } first) known[first] = (_factors[i], _levelFactors[i]);
        }
    }

    private (decimal Interest, decimal Level) FactorsOf((DateOnly From, DateOnly Due) period)
    {
        var seed = Periods[0].From;
        var last = InterestPlan.Of(_terms, period.From == seed ? [period] : [(seed, period.From), period], _agreed).Last;
        RateFactors.Refresh(last);
        return (last.Stretches[0].FactorToDue, last.Stretches[0].Factor);
    }

    // Instalments of one kind earn the same share. Months on the grid cross a year's end on the same days every year; other units do not.
    private (int Days, int Year, int NextYear)? KindOf(int i)
    {
        var (from, due) = Periods[i];
        if (_terms.LeapDayInItsPeriodOnly || (from.Year != due.Year && (_terms.RepayUnit is not TermUnit.Months || due.Year - from.Year > 1))) return null;
        return _terms.DaysInMonth is MonthLength.Days30 && _terms.DaysInYear is not YearLength.Actual && _terms.MonthEnd is MonthEnd.LastDayOfMonth
            ? (0, 0, 0)
            : (_days[i], LengthOf(from.Year), from.Year == due.Year ? 0 : LengthOf(due.Year));
    }

    private static int LengthOf(int year) => DateTime.IsLeapYear(year) ? 366 : 365;

    private void Spread()
    {
        var (product, f, one) = (1m, 1m, 1m);
        for (var i = 0; i < _factors.Length; i++)
        {
            product = Precise.Times(product, 1 + _levelFactors[i]);
            if (i > 0) f = Precise.Round(one + Precise.Times(f, 1 + _levelFactors[i]));
            if (product > TooLarge) (product, f, one) = (product / TooLarge, f / TooLarge, one / TooLarge);
        }

        Level = Multiple(_terms.Money(Precise.Over(Precise.Times(product, _amount), f)));
        var difference = Fill(Level, Principal, Interest);
        for (var attempt = 0; attempt < TriesMax && difference != 0 && Math.Abs(difference) * 100 > _factors.Length / 2; attempt++)
        {
            var level = Multiple(Level + _terms.Money(difference / _factors.Length));
            if (level == Level || _factors.Length < 2) return;
            var tried = Fill(level, _principalTried, _interestTried);
            if (Math.Abs(tried) >= Math.Abs(difference)) return;
            (Level, difference) = (level, tried);
            (Principal, _principalTried) = (_principalTried, Principal);
            (Interest, _interestTried) = (_interestTried, Interest);
        }
    }

    /// <summary>Splits each instalment; answers how much more the last one that pays anything pays than the level.</summary>
    private decimal Fill(decimal level, decimal[] principals, decimal[] interests)
    {
        var (balance, carried, last) = (_amount, 0m, _factors.Length - 1);
        for (var i = 0; i < last; i++)
        {
            var calculated = InterestOn(balance, i) + carried;
            var interest = Math.Min(calculated, level);
            carried = calculated - interest;
            interests[i] = interest;
            principals[i] = Math.Min(level - interest, balance);
            balance -= principals[i];
        }

        interests[last] = InterestOn(balance, last) + carried;
        principals[last] = balance;
        while (last > 0 && principals[last] + interests[last] == 0) last--;
        return last == 0 || level == 0 ? 0 : principals[last] + interests[last] - level;
    }

    // Dividing by the days and multiplying again moves the 19th digit at most, so it is done only where a half cent is that near.
    private decimal InterestOn(decimal balance, int i)
    {
        var earned = Precise.Times(balance, _factors[i]);
        var money = _terms.Money(earned);
        var fromHalf = Math.Abs(earned - money) - _half;
        return fromHalf is < -Near or > Near || earned == 0
            ? money
            : _terms.Money(Precise.Times(Precise.Over(earned, _days[i]), _days[i]));
    }

    private decimal Multiple(decimal level)
    {
        var rounded = Precise.Multiple(level, _terms.InstallmentMultipleOf);
        return rounded == 0 && level > 0 ? level : rounded;
    }
}
