using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>
/// What the instalments to come keep of the way their loan is repaid, whatever changes: the graces that are left, the balloon, the amount that flat interest
/// is a share of, and interest that a grace has put off.
/// </summary>
internal sealed class RestOfLoan(Loan loan, int first, ChangeGround ground)
{
    private readonly InstalmentTerms _terms = ground.Product.Instalments ?? InstalmentTerms.Monthly;

    /// <summary>Instalments that have fallen due; a down payment is none.</summary>
    public int Gone => Math.Max(0, _terms.DownPaymentPercent is null ? first : first - 1);

    /// <summary>Once the last instalment has fallen due nothing waits for an end any more: a new schedule spreads it.</summary>
    private bool HasEnded => first >= Replanning.LastNumber(loan);

    public ImmutableArray<RemainingPeriod> Periods(DateOnly from, ImmutableArray<DateOnly> dues, ImmutableArray<InterestPausedDays> pauses)
    {
        var periods = ImmutableArray.CreateBuilder<RemainingPeriod>(dues.Length);
        foreach (var due in dues)
        {
            var earnsFrom = from < ground.Today ? ground.Today : from;
            periods.Add(new RemainingPeriod(from, due, earnsFrom, InterestNights.PausedIn(pauses, earnsFrom, due), Gone + periods.Count < _terms.InterestFree));
            from = due;
        }

        return periods.MoveToImmutable();
    }

    public RemainingDebt Debt(Money principal, decimal earned, Money flatBase) => new(earned)
    {
        AtTheEnd = AtTheEnd(principal).Major, Lent = flatBase.Major, PutOff = PutOff(),
    };

    /// <summary>The amount that flat interest is a share of: what was lent, less in proportion for principal paid ahead of the schedule.</summary>
    public Money FlatBase(Money? prepaid)
    {
        var now = loan.FlatBase ?? Lent();
        var principal = LeftFrom(first);
        if (prepaid is not { } early || !principal.IsPositive) return now;
        return Money.Round((decimal)now.Minor * (principal - early).Minor / principal.Minor, loan.Currency, ground.Product.Rounding);
    }

    /// <summary>Interest of the nights to come of a long first period that was taken out of the payout, as it was contracted.</summary>
    public decimal PaidUpfront()
    {
        if (first > 0 || _terms.BrokenPeriod is not BrokenPeriod.Upfront || Charges.UpfrontInterestIn(loan.Charges) is not { } paid) return 0;
        var period = InstalmentDates.Of(_terms, 1, loan.DisbursedOn!.Value, ground.Calendar)[0];
        return paid.Major * Math.Max(0, period.Due.DayNumber - ground.Today.DayNumber) / (period.Due.DayNumber - period.From.DayNumber);
    }

    /// <summary>
    /// What an instalment stays at when the loan gets shorter, or its principal where that is equal: the one before the last. The one that runs may be an odd one, of a short or
    /// long first period, after a moratorium or with a part of its interest frozen or waived.
    /// </summary>
    public decimal Kept(CreditTerms terms)
    {
        var last = Replanning.LastNumber(loan) - 1;
        var at = Math.Max(Math.Min(first + terms.GracePrincipal, last), last - 1);
        if (at < first) at = last;
        var row = loan.Instalments[at];
        var principal = at == last ? row.PrincipalLeft - AtTheEnd(LeftFrom(first)) : row.PrincipalLeft;
        return (terms.Amortization is Amortization.EqualPrincipalPayments ? principal : principal + row.Interest).Major;
    }

    /// <summary>What each instalment to come repays once money has repaid the last ones first.</summary>
    public ImmutableArray<decimal> Principals(Instalment running, Replan plan)
    {
        var prepaid = plan.Prepaid ?? Money.Zero(loan.Currency);
        var principals = new decimal[plan.Dues.Length];
        for (var i = principals.Length - 1; i >= 0; i--)
        {
            var owed = i == 0 ? running.PrincipalLeft : loan.Instalments[first + i].PrincipalLeft;
            var repaid = Money.Min(owed, prepaid);
            principals[i] = (owed - repaid).Major;
            prepaid -= repaid;
        }

        return [.. principals];
    }

    /// <summary>Why the last instalments of a product's loans are not paid first; null where they can be.</summary>
    public static string? KeepsItsEnd(LoanProduct product) => product.Instalments switch
    {
        { Method: RepayMethod.Balloon } => "a balloon keeps its amount, so it is not paid before the others",
        { MultipleOf: > 0 } => "instalments that keep their principal and bear less interest are no multiples any more",
        { InterestOn: InterestOn.RealBalance } => "where interest follows the real balance instalments keep their amount, and ReduceTenure is what pays the last ones first",
        _ => null,
    };

    public static bool WaitsForTheEnd(LoanProduct product) => product.Instalments is { Method: RepayMethod.InterestOnly };

    private Money AtTheEnd(Money principal) => _terms.Method switch
    {
        _ when ground.Product.Plan is not RepaymentPlan.Emi || HasEnded => Money.Zero(loan.Currency),
        RepayMethod.InterestOnly => principal,
        RepayMethod.Balloon => Money.Min(principal, Money.Round(loan.Sanctioned!.Value.Minor * _terms.BalloonPercent / 100m, loan.Currency, ground.Product.Rounding)),
        _ => Money.Zero(loan.Currency),
    };

    /// <summary>By the cumulative rules a down payment bears interest too.</summary>
    private Money Lent()
    {
        var amount = loan.Sanctioned!.Value;
        return _terms is { DownPaymentPercent: not null, Rules: ScheduleFamily.Progressive } ? amount - loan.Instalments[0].Principal : amount;
    }

    private Money LeftFrom(int index) => Replanning.Sum(loan, loan.Instalments[index..], static instalment => instalment.PrincipalLeft);

    /// <summary>
    /// Interest to come of a loan with a grace on paying it, beyond what its instalments earn themselves: earned in the grace and not yet in an instalment that
    /// has fallen due. A part of a smallest unit for each instalment is what rounding left.
    /// </summary>
    private decimal PutOff()
    {
        if (_terms.GraceInterestPayment == 0 || HasEnded) return 0;
        var rows = loan.Instalments[first..Replanning.LastNumber(loan)];
        var balance = LeftFrom(first);
        var terms = ProductTerms.OfTheRest(ground.Product, balance, rows.Length, loan.RatePercent ?? ground.Product.RatePercent, Gone);
        var periods = Periods(rows[0].From, [.. rows.Select(static row => row.Due)], loan.Pauses);
        var putOff = -rows[0].InterestExact / loan.Currency.MinorPerMajor;
        for (var i = 0; i < rows.Length; i++)
        {
            putOff += rows[i].Interest.Major - (balance.Major * RemainingSchedule.Factor(terms, periods[i]));
            balance -= rows[i].PrincipalLeft;
        }

        return putOff > terms.Cent * rows.Length / 2 ? terms.Money(putOff) : 0;
    }
}
