using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// A figure of a loan that can be explained; the names are those of <see cref="LoanFigures"/> and <see cref="Loan"/>. The last five are of one instalment, as its row of
/// the schedule shows them.
/// </summary>
public enum ExplainedFigure
{
    PrincipalOutstanding, InterestDue, PenaltyDue, FeeDue, Payoff, DueNow, Overdue, NextDue, Advance, SuspendedInterest, Provision,
    InstalmentPrincipal, InstalmentInterest, InstalmentPenalty, InstalmentFee, InstalmentPaid,
}

/// <summary>
/// A step on the way to a figure: the days and the events (by version) it came from, in words, and what it added. ExactMinor is what a run of nights accrued before
/// rounding, in minor units with all digits.
/// </summary>
public sealed record ExplainedStep(DateOnly From, DateOnly To, int FirstVersion, int LastVersion, string Text, Money Amount, decimal? ExactMinor = null);

/// <summary>How a figure came about. The steps add up to the total, whatever happened to the loan: each is the difference its events made.</summary>
public sealed record Explanation(ExplainedFigure Of, DateOnly On, Money Total, ImmutableArray<ExplainedStep> Steps);

public static class ExplainedFigureKinds
{
    /// <summary>Whether it is asked for with an instalment's number.</summary>
    public static bool IsOfInstalment(this ExplainedFigure figure) => figure >= ExplainedFigure.InstalmentPrincipal;

    /// <summary>Whether its steps are the parts it is made of on the day, instead of what happened one after the other.</summary>
    public static bool IsOfParts(this ExplainedFigure figure) =>
        figure is ExplainedFigure.Payoff or ExplainedFigure.DueNow or ExplainedFigure.Overdue or ExplainedFigure.NextDue;
}
