using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>How the instalments to come are planned anew. What is null stays as it is.</summary>
internal sealed record Replan
{
    /// <summary>When each instalment to come falls due; as many as there will be.</summary>
    public required ImmutableArray<DateOnly> Dues { get; init; }

    public decimal? RatePercent { get; init; }

    public ImmutableArray<InterestPausedDays>? Pauses { get; init; }

    /// <summary>Principal paid now, ahead of the schedule.</summary>
    public Money? Prepaid { get; init; }

    /// <summary>Everything that fell due and was not paid joins the instalments to come.</summary>
    public bool WithArrears { get; init; }

    /// <summary>The instalment stays what it is and the loan gets shorter.</summary>
    public bool KeepsInstalment { get; init; }

    /// <summary>Each instalment keeps its principal; what is prepaid repays that of the last ones, from the end on.</summary>
    public bool FromTheEnd { get; init; }
}

/// <summary>
/// Plans the instalments to come of a running loan anew with the engine, from its own day on. What fell due stays as it is, and so does what the
/// running instalment has earned.
/// </summary>
internal static class Replanning
{
    /// <summary>The index of the first instalment that is not due yet, and not paid ahead of its day; the number of instalments when there is none.</summary>
    public static int FirstToCome(Loan loan, DateOnly today)
    {
        for (var i = 0; i < loan.Instalments.Length; i++)
            if (loan.Instalments[i].Due > today && !IsPaidAhead(loan, i, today)) return i;
        return loan.Instalments.Length;
    }

    // Once it is paid, the next one runs in its place.
    private static bool IsPaidAhead(Loan loan, int index, DateOnly today) =>
        loan.Instalments[index].IsPaid && index + 1 < loan.Instalments.Length && loan.Instalments[index + 1].From <= today;

    /// <summary>Empty ones before the last that pays anything count: the first of an interest-free start with principal at the end.</summary>
    public static ImmutableArray<DateOnly> DuesToCome(Loan loan, DateOnly today) =>
        [.. loan.Instalments.Take(LastNumber(loan)).Skip(FirstToCome(loan, today)).Select(instalment => instalment.Due)];

    /// <summary>The number of the last instalment that pays anything.</summary>
    public static int LastNumber(Loan loan)
    {
        var number = loan.Instalments.Length;
        while (number > 0 && loan.Instalments[number - 1].IsVoid) number--;
        return number;
    }

    public static ImmutableArray<Instalment> Rows(Loan loan, Replan plan, ChangeGround ground)
    {
        var first = FirstToCome(loan, ground.Today);
        var past = plan.WithArrears ? [.. loan.Instalments[..first].Select(instalment => Settled(instalment, ground.Today))] : loan.Instalments[..first];
        var arrears = plan.WithArrears ? loan.Instalments[..first] : [];
        var running = Running(loan, first, arrears, ground.Today);
        var toCome = loan.Instalments[Math.Min(first + 1, loan.Instalments.Length)..];

        var principal = Sum(loan, arrears, instalment => instalment.PrincipalLeft) + running.PrincipalLeft
            + Sum(loan, toCome, instalment => instalment.PrincipalLeft) - (plan.Prepaid ?? Money.Zero(loan.Currency));
        var rows = Planned(loan, plan, running, principal, first, ground);
        running = plan.Prepaid is { } prepaid ? running with { PaidPrincipal = running.PaidPrincipal + prepaid } : running;
        return
        [
            .. NotAfter(past, rows[0].Due),
            .. rows.Select((row, i) => Row(first + 1 + i, row, i == 0 ? running : toCome.ElementAtOrDefault(i - 1), loan, ground)),
            .. toCome.Skip(rows.Length - 1).Select(instalment => Settled(instalment, ground.Today) with { Fee = null }),
        ];
    }

    /// <summary>Instalments stand in the order of their days: those paid ahead are due no later than what comes next now.</summary>
    public static IEnumerable<Instalment> NotAfter(IEnumerable<Instalment> past, DateOnly due) =>
        past.Select(row => row.Due <= due ? row : row with { Due = due, PayBy = due, From = row.From < due ? row.From : due });

    private static ImmutableArray<PlannedInstallment> Planned(Loan loan, Replan plan, Instalment running, Money principal, int first, ChangeGround ground)
    {
        var rest = new RestOfLoan(loan, first, ground);
        var rate = plan.RatePercent ?? loan.RatePercent ?? ground.Product.RatePercent;
        var periods = rest.Periods(running.From, plan.Dues, plan.Pauses ?? loan.Pauses);
        var earned = (running.InterestExact / loan.Currency.MinorPerMajor) - running.PaidInterest.Major;
        var terms = ProductTerms.OfTheRest(ground.Product, principal, plan.Dues.Length, rate, rest.Gone);
        // Where the balance counts anew with each period, what is paid early bears interest to the end of the one that runs.
        if (plan.Prepaid is { } early && ground.Product.Instalments is { Rest: InterestRest.Period }) earned += early.Major * RemainingSchedule.Factor(terms, periods[0]);
        var debt = rest.Debt(principal, earned, rest.FlatBase(plan.Prepaid));

        // All principal is paid: what the running instalment has earned is all there is left.
        if (principal.IsZero) return [new PlannedInstallment(1, running.From, plan.Dues[0], 0m, terms.Money(earned) + debt.PutOff)];
        debt = debt with { Earned = earned - Math.Min(rest.PaidUpfront(), principal.Major * RemainingSchedule.Factor(terms, periods[0])) };
        if (plan.FromTheEnd) return RemainingSchedule.Repaying(rest.Principals(running, plan), terms, periods, debt);
        return plan.KeepsInstalment
            ? RemainingSchedule.Keeping(rest.Kept(terms), terms, periods, debt)
            : RemainingSchedule.Of(terms, periods, debt);
    }

    /// <summary>The instalment that runs today, with what is carried into it; a new one where all have fallen due.</summary>
    private static Instalment Running(Loan loan, int first, ImmutableArray<Instalment> arrears, DateOnly today)
    {
        var zero = Money.Zero(loan.Currency);
        var running = first < loan.Instalments.Length
            ? loan.Instalments[first]
            : new Instalment(first + 1, today, today, today, zero, zero, 0m, zero, 0m, zero, zero, zero, zero, null);
        var interest = Sum(loan, arrears, instalment => instalment.AccruedInterestLeft);
        var penalty = Sum(loan, arrears, instalment => instalment.PenaltyLeft);
        var fee = running.Fee;
        foreach (var instalment in arrears)
            if (!instalment.FeeLeft.IsZero) fee = (fee ?? new InstalmentFee(zero, zero, zero, zero)).With(instalment.Fee!);
        return running with
        {
            InterestExact = running.InterestExact + interest.Minor, InterestAccrued = running.InterestAccrued + interest,
            PenaltyExact = running.PenaltyExact + penalty.Minor, PenaltyAccrued = running.PenaltyAccrued + penalty,
            Fee = fee,
        };
    }

    private static Instalment Row(
        int number, PlannedInstallment planned, Instalment? before, Loan loan, ChangeGround ground)
    {
        var zero = Money.Zero(loan.Currency);
        before ??= new Instalment(number, planned.From, planned.Due, planned.Due, zero, zero, 0m, zero, 0m, zero, zero, zero, zero, null)
        {
            Fee = ScheduledFees.OfAdded(
                ground.Product, loan.Sanctioned!.Value, new(number, planned.From, planned.Due, planned.Due, InMinor(planned.Principal, loan.Currency), InMinor(planned.Interest, loan.Currency))),
        };
        return before with
        {
            Number = number, From = planned.From, Due = planned.Due, PayBy = ground.Calendar.RollForward(planned.Due),
            Principal = before.PaidPrincipal + InMinor(planned.Principal, loan.Currency),
            Interest = Money.Max(before.PaidInterest + InMinor(planned.Interest, loan.Currency), before.InterestAccrued),
            InterestRest = 0m, PaidOn = null,
        };
    }

    /// <summary>An instalment of which nothing is owed any more: what was paid of it is all there was.</summary>
    public static Instalment Settled(Instalment instalment, DateOnly today) => instalment with
    {
        Principal = instalment.PaidPrincipal, Interest = instalment.PaidInterest, InterestAccrued = instalment.PaidInterest,
        InterestExact = instalment.PaidInterest.Minor, InterestRest = 0m, PenaltyAccrued = instalment.PaidPenalty, PenaltyExact = instalment.PaidPenalty.Minor,
        Fee = instalment.Fee?.Settled(),
        PaidOn = instalment.PaidOn ?? today,
    };

    public static Money Sum(Loan loan, ImmutableArray<Instalment> instalments, Func<Instalment, Money> of)
    {
        var sum = Money.Zero(loan.Currency);
        foreach (var instalment in instalments) sum += of(instalment);
        return sum;
    }

    private static Money InMinor(decimal amount, Currency currency) => Money.Round(amount * currency.MinorPerMajor, currency);
}
