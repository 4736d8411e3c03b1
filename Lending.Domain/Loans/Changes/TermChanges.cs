using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Changes of rate, length and dates: what is to come is planned anew, what fell due stays (LMS-034).</summary>
internal static class TermChanges
{
    private const int ToComeMax = 480;
    private const int MoveDaysMax = 92;
    private const int PauseDaysMax = 366;

    public static Outcome<ChangeOutcome> ChangeRate(Loan loan, RateChange change, ChangeGround ground)
    {
        var max = ground.Product.Plan is RepaymentPlan.Payday ? 5m : 100m;
        if (change.RatePercent is < 0m || change.RatePercent > max) return new ChangeFieldInvalid("ratePercent", $"must be 0 to {max}");
        if (change.RatePercent == (loan.RatePercent ?? ground.Product.RatePercent)) return new ChangeFieldInvalid("ratePercent", "is the rate the loan has");
        if (loan.Line is not null) return LineChanges.ChangeRate(loan, change);
        if (DuesOf(loan, ground) is not { } dues) return new NothingToCome();
        return With(loan, new Replan { Dues = dues, RatePercent = change.RatePercent }, ground) with { RatePercent = change.RatePercent };
    }

    public static Outcome<ChangeOutcome> Extend(Loan loan, TenureExtension change, ChangeGround ground)
    {
        if (NotInstalments(ground) is { } refusal) return refusal;
        if (DuesOf(loan, ground) is not { } dues) return new NothingToCome();
        if (change.Instalments < 1 || dues.Length + change.Instalments > ToComeMax)
            return new ChangeFieldInvalid("instalments", $"must be 1 to {ToComeMax - dues.Length}");
        return With(loan, new Replan { Dues = [.. dues, .. More(loan, ground, change.Instalments)] }, ground);
    }

    public static Outcome<ChangeOutcome> MoveDueDate(Loan loan, DueDateMove change, ChangeGround ground)
    {
        if (DuesOf(loan, ground) is not { } dues) return new NothingToCome();
        var last = dues[0].AddDays(MoveDaysMax);
        if (change.NextDue <= ground.Today || change.NextDue > last || change.NextDue == dues[0])
            return new ChangeFieldInvalid("nextDue", $"must be after today, at the latest {last:yyyy-MM-dd}, and another day than {dues[0]:yyyy-MM-dd}");

        var number = Replanning.FirstToCome(loan, ground.Today) + 1;
        var moved = loan with { DueAnchor = DuesToCome.MovedTo(loan, change.NextDue, number, ground) };
        var dates = DuesToCome.Of(moved, number, dues.Length, ground.Today, ground);
        return With(loan, new Replan { Dues = dates }, ground) with { DueAnchor = moved.DueAnchor };
    }

    /// <summary>The running instalment falls due as many periods later, and the others follow.</summary>
    public static Outcome<ChangeOutcome> Grant(Loan loan, Moratorium change, ChangeGround ground)
    {
        if (NotInstalments(ground) is { } refusal) return refusal;
        if (DuesOf(loan, ground) is not { } dues) return new NothingToCome();
        if (change.Instalments is < 1 or > 24) return new ChangeFieldInvalid("instalments", "must be 1 to 24");

        ImmutableArray<DateOnly> dates = [.. dues.Skip(change.Instalments), .. More(loan, ground, change.Instalments).TakeLast(dues.Length)];
        var anchored = loan.DueAnchor ?? new DueAnchor(loan.DisbursedOn!.Value, 0);
        var outcome = change.Interest is MoratoriumInterest.Accrues
            ? With(loan, new Replan { Dues = dates }, ground)
            : Paused(loan, new(ground.Today, Resumes(loan, ground, change.Instalments).AddDays(-1)), dates, ground);
        return outcome with { DueAnchor = anchored with { Number = anchored.Number - change.Instalments } };
    }

    public static Outcome<ChangeOutcome> Pause(Loan loan, InterestPause change, ChangeGround ground)
    {
        if (change.From < ground.Today) return new ChangeFieldInvalid("from", "must be today or later");
        if (change.To < change.From || change.To.DayNumber - change.From.DayNumber >= PauseDaysMax)
            return new ChangeFieldInvalid("to", $"must be from the first day on, at most {PauseDaysMax} days");
        if (DuesOf(loan, ground) is not { } dues) return new NothingToCome();
        if (change.From >= dues[^1]) return new ChangeFieldInvalid("from", "must be before the last due date");
        if (loan.Pauses.Any(pause => pause.From <= change.To && pause.To >= change.From)) return new ChangeFieldInvalid("from", "overlaps a pause the loan has");
        return Paused(loan, new(change.From, change.To), dues, ground);
    }

    /// <summary>Everything owed becomes a new schedule.</summary>
    public static Outcome<ChangeOutcome> Age(Loan loan, ReAge change, ChangeGround ground)
    {
        if (NotInstalments(ground) is { } refusal) return refusal;
        if (change.Instalments is < 1 or > ToComeMax) return new ChangeFieldInvalid("instalments", $"must be 1 to {ToComeMax}");
        var last = ground.Today.AddDays(MoveDaysMax);
        if (change.FirstDue <= ground.Today || change.FirstDue > last) return new ChangeFieldInvalid("firstDue", $"must be after today, at the latest {last:yyyy-MM-dd}");

        var moved = loan with { DueAnchor = new DueAnchor(change.FirstDue, Replanning.FirstToCome(loan, ground.Today) + 1) };
        var dates = DuesToCome.Of(moved, moved.DueAnchor.Number, change.Instalments, ground.Today, ground);
        return With(loan, new Replan { Dues = dates, WithArrears = true }, ground) with { DueAnchor = moved.DueAnchor };
    }

    public static Outcome<ChangeOutcome> Amortise(Loan loan, ChangeGround ground)
    {
        if (NotInstalments(ground) is { } refusal) return refusal;
        if (DuesOf(loan, ground) is not { } dues) return new NothingToCome();
        if (loan.Instalments[..Replanning.FirstToCome(loan, ground.Today)].All(instalment => instalment.IsPaid)) return new NothingOverdue();
        return With(loan, new Replan { Dues = dues, WithArrears = true }, ground);
    }

    /// <summary>The loan with its instalments to come planned anew.</summary>
    public static ChangeOutcome With(Loan loan, Replan plan, ChangeGround ground)
    {
        var rows = Replanning.Rows(loan, plan, ground);
        return ChangeOutcome.Same(loan) with
        {
            Instalments = rows, Dpd = LoanFigures.DpdOf(loan with { Instalments = rows }, ground.Today),
            FlatBase = plan.Prepaid is { } prepaid && ground.Product.Instalments is { Method: RepayMethod.Flat }
                ? new RestOfLoan(loan, Replanning.FirstToCome(loan, ground.Today), ground).FlatBase(prepaid)
                : loan.FlatBase,
        };
    }

    public static ChangeOutcome Paused(Loan loan, InterestPausedDays days, ImmutableArray<DateOnly> dues, ChangeGround ground)
    {
        ImmutableArray<InterestPausedDays> pauses = [.. loan.Pauses, days];
        return With(loan, new Replan { Dues = dues, Pauses = pauses }, ground) with { Pauses = pauses };
    }

    public static ImmutableArray<DateOnly>? DuesOf(Loan loan, ChangeGround ground)
    {
        var dues = Replanning.DuesToCome(loan, ground.Today);
        return dues.IsEmpty ? null : dues;
    }

    /// <summary>The due dates that follow the last one.</summary>
    private static ImmutableArray<DateOnly> More(Loan loan, ChangeGround ground, int instalments) =>
        DuesToCome.Of(loan, Replanning.LastNumber(loan) + 1, instalments, loan.Instalments[Replanning.LastNumber(loan) - 1].Due, ground);

    /// <summary>The first day of the period in which the first instalment after a moratorium is earned.</summary>
    private static DateOnly Resumes(Loan loan, ChangeGround ground, int instalments)
    {
        var index = Replanning.FirstToCome(loan, ground.Today) + instalments - 1;
        var last = Replanning.LastNumber(loan);
        return index < last ? loan.Instalments[index].Due : More(loan, ground, index - last + 1)[^1];
    }

    private static NotForPayday? NotInstalments(ChangeGround ground) => ground.Product.Plan is RepaymentPlan.Payday ? new NotForPayday() : null;
}
