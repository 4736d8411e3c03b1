namespace Lending.Domain.Engine;

/// <summary>
/// The level schedule of one amount lent on the first day and nothing paid: the same figures as an <see cref="InterestPlan"/>, by arithmetic
/// on whole cents (rules PROG-EMI "Level instalment" and "Balancing"). For quotes, contracted schedules and the first tranche of a plan.
/// </summary>
public sealed class LevelSchedule
{
    private const int TriesMax = 3;
    private const decimal TooLarge = 100_000_000m;
    private const decimal TwoTo64 = 18_446_744_073_709_551_616m;
    private const long CentsMax = 1_000_000_000_000_000_000;

    private readonly CreditTerms _terms;
    private readonly long _amount;
    private readonly decimal[] _factors, _levelFactors;
    private readonly ulong[] _shares;
    private readonly bool _roundsToNearest;
    private readonly int _first;
    private long[] _principal, _interest, _principalTried, _interestTried;
    private long _level, _carriedByGrace;

    /// <summary>With the share of the balance that each period earns given, or counted from its dates.</summary>
    private LevelSchedule(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, decimal amount, DateCounting counting, decimal[]? factors = null)
    {
        (_terms, Periods, _roundsToNearest) = (terms, periods, terms.Rounding is MidpointRounding.ToEven or MidpointRounding.AwayFromZero);
        _amount = Cents(amount);
        var n = periods.Length;
        _first = terms.GracePrincipal;
        (_factors, _levelFactors, _shares) = (new decimal[n], new decimal[n], new ulong[n]);
        (_principal, _interest) = (new long[n], new long[n]);
        (_principalTried, _interestTried) = (new long[n], new long[n]);
        if (factors is null) LevelFactors.Fill(terms, periods, counting, _factors, _levelFactors);
        else
        {
            factors.CopyTo(_factors, 0);
            factors.CopyTo(_levelFactors, 0);
        }

        for (var i = 0; i < n; i++)
            _shares[i] = i > 0 && _factors[i] == _factors[i - 1] ? _shares[i - 1] : _factors[i] < 1 ? (ulong)(_factors[i] * TwoTo64) : 0;
        Spread();
    }

    public (DateOnly From, DateOnly Due)[] Periods { get; }

    /// <summary>What every instalment but the last, and those of interest only, pays.</summary>
    public decimal Level => Amount(_level);

    /// <summary>The level was moved to bring the last instalment near.</summary>
    internal bool IsEvened { get; private set; }

    public decimal Principal(int i) => Amount(_principal[i]);

    public decimal Interest(int i) => Amount(_interest[i]);

    /// <summary>Progressive, declining balance, without grace, and of amounts that fit: what a plan takes from this arithmetic.</summary>
    public static bool Covers(CreditTerms terms, decimal amount) => terms.GracePrincipal == 0 && CoversWithGrace(terms, amount);

    /// <summary>The same, also with first instalments of interest only: what this arithmetic covers.</summary>
    public static bool CoversWithGrace(CreditTerms terms, decimal amount) => terms is
    {
        Family: ScheduleFamily.Progressive, InterestBase: InterestBase.DecliningBalance, GraceInterestPayment: 0,
        AnnualRatePct: <= 400, RepayEvery: <= 36,
    } && terms.GracePrincipal < terms.Installments && amount <= CentsMax * terms.Cent / 20;

    public static LevelSchedule Of(CreditTerms terms, DateOnly disbursedOn, decimal amount) =>
        Of(terms, DueDates.All(terms, disbursedOn), amount, DateCounting.OnGrid);

    internal static LevelSchedule Of(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, decimal amount, DateCounting counting) =>
        new(terms, periods, amount, counting);

    internal static LevelSchedule Of(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, decimal amount, decimal[] factors) =>
        new(terms, periods, amount, DateCounting.Agreed, factors);

    internal (decimal Interest, decimal Level) FactorsOf(int i) => (_factors[i], _levelFactors[i]);

    private void Spread()
    {
        var (product, f) = Growth(_first, _factors.Length);
        _level = LevelOf(product, f);
        if (_first > 0) FillGrace(product, f);
        var (n, difference) = (_factors.Length - _first, Fill(_level, _principal, _interest));
        for (var attempt = 0; attempt < TriesMax && difference != 0; attempt++)
        {
            if (Math.Abs(Amount(difference)) * 100 <= n / 2 || n < 2) return;
            var level = Cents(LevelAmount.Multiple(_terms, Level + _terms.Money(Amount(difference) / n)));
            if (level == _level) return;
            var tried = Fill(level, _principalTried, _interestTried);
            if (Math.Abs(tried) >= Math.Abs(difference)) return;
            (_level, difference, IsEvened) = (level, tried, true);
            (_principal, _principalTried) = (_principalTried, _principal);
            (_interest, _interestTried) = (_interestTried, _interest);
        }
    }

    /// <summary>The product of all 1 + f and F, over the instalments from one until before another; where they grow large both are divided by the same.</summary>
    private (decimal Product, decimal F) Growth(int from, int until)
    {
        var (product, f, one) = (1m, 1m, 1m);
        for (var i = from; i < until; i++)
        {
            var factor = 1 + _levelFactors[i];
            product = Precise.Times(product, factor);
            if (i > from) f = Precise.Round(one + Precise.Times(f, factor));
            if (product > TooLarge) (product, f, one) = (product / TooLarge, f / TooLarge, one / TooLarge);
        }

        return (product, f);
    }

    private long LevelOf(decimal product, decimal f) => Cents(LevelAmount.Multiple(_terms, _terms.Money(Precise.Over(Precise.Times(product, Amount(_amount)), f))));

    /// <summary>
    /// The first instalments pay the interest on all of the amount, at most what would be the level over the whole term; what is above that moves on. Such
    /// interest is rare, so that level is worked out only where it may matter.
    /// </summary>
    private void FillGrace(decimal product, decimal f)
    {
        var (most, isExact, carried) = (LowestLevel(product, f), false, 0L);
        for (var i = 0; i < _first; i++)
        {
            var calculated = InterestOn(_amount, i) + carried;
            if (calculated > most && !isExact)
            {
                var (whole, wholeF) = Growth(0, _factors.Length);
                (most, isExact) = (LevelOf(whole, wholeF), true);
            }

            _interest[i] = _interestTried[i] = Math.Min(calculated, most);
            carried = calculated - _interest[i];
        }

        _carriedByGrace = carried;
    }

    /// <summary>Not above the level over the whole term, and near it: from the growth of both parts.</summary>
    private long LowestLevel(decimal product, decimal f)
    {
        var (head, headF) = Growth(0, _first);
        var level = Amount(_amount) * (head * product / (f + (product * headF))) * 0.999_999_999m;
        return Cents(_terms.Money(Precise.NotNegative(level - _terms.Cent - _terms.InstallmentMultipleOf)));
    }

    /// <summary>Splits each instalment; answers how much more the last one that pays anything pays than the level.</summary>
    private long Fill(long level, long[] principals, long[] interests)
    {
        var (balance, carried, last) = (_amount, _carriedByGrace, _factors.Length - 1);
        for (var i = _first; i < last; i++)
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
        while (last > _first && principals[last] + interests[last] == 0) last--;
        return last == _first || level == 0 ? 0 : principals[last] + interests[last] - level;
    }

    // The share as a fraction of 2^64 tells the cents, unless they come so near a half that the 19th digit of the exact product decides.
    private long InterestOn(long balance, int i)
    {
        const ulong Half = 1UL << 63;
        if (balance == 0 || _factors[i] == 0) return 0;
        var cents = Math.BigMul((ulong)balance, _shares[i], out var fraction);
        var fromHalf = fraction > Half ? fraction - Half : Half - fraction;
        if (_roundsToNearest && _shares[i] != 0 && balance < 1L << 55 && fromHalf > (ulong)balance * 64) return (long)cents + (fraction > Half ? 1 : 0);

        var days = Periods[i].Due.DayNumber - Periods[i].From.DayNumber;
        var earned = Precise.Times(Amount(balance), _factors[i]);
        return Cents(_terms.Money(Precise.Times(Precise.Over(earned, days), days)));
    }

    private decimal Amount(long cents)
    {
        var size = Math.Abs(cents);
        return new((int)size, (int)(size >> 32), 0, cents < 0, (byte)_terms.Decimals);
    }

    private long Cents(decimal amount) => (long)(amount / _terms.Cent);
}
