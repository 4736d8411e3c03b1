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
    private long[] _principal, _interest, _principalTried, _interestTried;
    private long _level;

    /// <summary>With the share of the balance that each period earns given, or counted from its dates.</summary>
    private LevelSchedule(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, decimal amount, DateCounting counting, decimal[]? factors = null)
    {
        (_terms, Periods, _roundsToNearest) = (terms, periods, terms.Rounding is MidpointRounding.ToEven or MidpointRounding.AwayFromZero);
        _amount = Cents(amount);
        var n = periods.Length;
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

    /// <summary>What every instalment but the last pays.</summary>
    public decimal Level => Amount(_level);

    /// <summary>The level was moved to bring the last instalment near.</summary>
    internal bool IsEvened { get; private set; }

    public decimal Principal(int i) => Amount(_principal[i]);

    public decimal Interest(int i) => Amount(_interest[i]);

    /// <summary>Progressive, declining balance, without grace, and of amounts that fit: what this arithmetic covers.</summary>
    public static bool Covers(CreditTerms terms, decimal amount) => terms is
    {
        Family: ScheduleFamily.Progressive, InterestBase: InterestBase.DecliningBalance, GracePrincipal: 0, GraceInterestPayment: 0,
        AnnualRatePct: <= 400, RepayEvery: <= 36,
    } && amount <= CentsMax * terms.Cent / 20;

    public static LevelSchedule Of(CreditTerms terms, DateOnly disbursedOn, decimal amount) =>
        Of(terms, DueDates.All(terms, disbursedOn), amount, DateCounting.OnGrid);

    internal static LevelSchedule Of(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, decimal amount, DateCounting counting) =>
        new(terms, periods, amount, counting);

    internal static LevelSchedule Of(CreditTerms terms, (DateOnly From, DateOnly Due)[] periods, decimal amount, decimal[] factors) =>
        new(terms, periods, amount, DateCounting.Agreed, factors);

    internal (decimal Interest, decimal Level) FactorsOf(int i) => (_factors[i], _levelFactors[i]);

    private void Spread()
    {
        var (product, f, one) = (1m, 1m, 1m);
        for (var i = 0; i < _levelFactors.Length; i++)
        {
            var factor = 1 + _levelFactors[i];
            product = Precise.Times(product, factor);
            if (i > 0) f = Precise.Round(one + Precise.Times(f, factor));
            if (product > TooLarge) (product, f, one) = (product / TooLarge, f / TooLarge, one / TooLarge);
        }

        _level = Cents(Multiple(_terms.Money(Precise.Over(Precise.Times(product, Amount(_amount)), f))));
        var difference = Fill(_level, _principal, _interest);
        for (var attempt = 0; attempt < TriesMax && difference != 0; attempt++)
        {
            if (Math.Abs(Amount(difference)) * 100 <= _factors.Length / 2 || _factors.Length < 2) return;
            var level = Cents(Multiple(Level + _terms.Money(Amount(difference) / _factors.Length)));
            if (level == _level) return;
            var tried = Fill(level, _principalTried, _interestTried);
            if (Math.Abs(tried) >= Math.Abs(difference)) return;
            (_level, difference, IsEvened) = (level, tried, true);
            (_principal, _principalTried) = (_principalTried, _principal);
            (_interest, _interestTried) = (_interestTried, _interest);
        }
    }

    /// <summary>Splits each instalment; answers how much more the last one that pays anything pays than the level.</summary>
    private long Fill(long level, long[] principals, long[] interests)
    {
        var (balance, carried, last) = (_amount, 0L, _factors.Length - 1);
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

    private decimal Multiple(decimal level)
    {
        var rounded = Precise.Multiple(level, _terms.InstallmentMultipleOf);
        return rounded == 0 && level > 0 ? level : rounded;
    }

    private decimal Amount(long cents)
    {
        var size = Math.Abs(cents);
        return new((int)size, (int)(size >> 32), 0, cents < 0, (byte)_terms.Decimals);
    }

    private long Cents(decimal amount) => (long)(amount / _terms.Cent);
}
