using System.Collections.Immutable;

namespace Lending.Domain.Engine;

/// <summary>Row by row, what the instalments to come of a running loan pay when the amount of one is known, and the amount that makes them all alike.</summary>
internal sealed class RemainingRows(CreditTerms terms, ImmutableArray<RemainingPeriod> periods, RemainingDebt debt)
{
    private const decimal TooLarge = 100_000_000m;

    private readonly decimal[] _factors = RemainingSchedule.Factors(terms, periods);

    /// <summary>
    /// Each instalment pays the amount, of which its interest is a part, or besides which it is paid where the amount is principal. In a grace only interest
    /// is paid, or none; interest that a level one has no room for is paid with the next. The last one pays what is left.
    /// </summary>
    public ImmutableArray<PlannedInstallment> Fill(decimal amount, bool ofPrincipal = false, bool shortens = false)
    {
        var rows = ImmutableArray.CreateBuilder<PlannedInstallment>(periods.Length);
        var (balance, putOff) = (terms.Principal, debt.PutOff);
        var end = Math.Min(debt.AtTheEnd, balance);
        shortens &= balance > end;
        for (var i = 0; i < periods.Length && !(shortens && balance == 0 && putOff == 0); i++)
        {
            var isLast = i == periods.Length - 1;
            var (interest, waits) = Interest(i, balance, putOff);
            if (!isLast && !shortens && !ofPrincipal && balance > end && i >= terms.GracePrincipal && interest > amount)
            {
                var now = Math.Max(amount, i == 0 ? terms.Money(debt.Earned) : 0);
                (interest, waits) = (Math.Min(interest, now), waits + Precise.NotNegative(interest - now));
            }

            putOff = waits;
            var principal = isLast ? balance
                : i < terms.GracePrincipal ? 0
                : Math.Min(balance - end, ofPrincipal ? amount : Precise.NotNegative(amount - interest));
            if (shortens && balance - principal == end) principal = balance;
            rows.Add(new(i + 1, periods[i].From, periods[i].Due, principal, interest));
            balance -= principal;
        }

        return rows.DrainToImmutable();
    }

    /// <summary>Each instalment repays its own principal and the interest of the balance; it ends with the last one that pays anything.</summary>
    public ImmutableArray<PlannedInstallment> Repay(ImmutableArray<decimal> principals)
    {
        var rows = ImmutableArray.CreateBuilder<PlannedInstallment>(periods.Length);
        var (balance, putOff) = (terms.Principal, debt.PutOff);
        for (var i = 0; i < periods.Length && (balance > 0 || putOff > 0); i++)
        {
            (var interest, putOff) = Interest(i, balance, putOff);
            rows.Add(new(i + 1, periods[i].From, periods[i].Due, principals[i], interest));
            balance -= principals[i];
        }

        return rows.DrainToImmutable();
    }

    /// <summary>The amount at which all instalments are alike, on the exact interest; then rounded, and to the multiple of the terms.</summary>
    public decimal Level()
    {
        if (terms.Principal <= 0) return 0;
        // Balance and interest put off, as shares of the principal, are each a number less another one times the level.
        var ((balance, levels), (waiting, waitingLevels), one) = ((1m, 0m), (Precise.Over(debt.PutOff, terms.Principal), 0m), 1m);
        for (var i = 0; i < _factors.Length; i++)
        {
            var (interest, less) = (Precise.Times(balance, _factors[i]), Precise.Times(levels, _factors[i]));
            var earned = i == 0 ? Precise.Over(debt.Earned, terms.Principal) : 0;
            if (i < terms.GraceInterestPayment) (waiting, waitingLevels, interest, less) = (waiting + interest, waitingLevels + less, 0, 0);
            else (waiting, waitingLevels, interest, less) = (0, 0, interest + waiting, less + waitingLevels);
            if (i < terms.GracePrincipal) continue;
            (balance, levels) = (balance + interest + earned, levels + less + one);
            if (levels > TooLarge)
                (balance, levels, waiting, waitingLevels, one) = (balance / TooLarge, levels / TooLarge, waiting / TooLarge, waitingLevels / TooLarge, one / TooLarge);
        }

        return LevelAmount.Multiple(terms, terms.Money(Precise.Times(terms.Principal, Precise.Over(balance, levels))));
    }

    private (decimal Interest, decimal PutOff) Interest(int i, decimal balance, decimal putOff)
    {
        var bearing = terms.InterestBase is InterestBase.Flat ? debt.Lent : balance;
        var earned = i == 0 ? debt.Earned : 0;
        var own = Precise.Times(bearing, _factors[i]);
        return i < terms.GraceInterestPayment && i < periods.Length - 1
            ? (terms.Money(earned), putOff + terms.Money(own))
            : (terms.Money(own + earned) + putOff, 0);
    }
}
