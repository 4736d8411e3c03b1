using Lending.Domain;

namespace Lending.Portal.Loans;

/// <summary>An amount whose reason was asked for: of an instalment where it has a number, on a past day where one is shown.</summary>
public sealed record AskedFigure(ExplainedFigure Of, int Instalment = 0, DateOnly? On = null);

/// <summary>What the figures that can be explained are called on the page, and which lead to each other.</summary>
internal static class ExplainedFigures
{
    private static readonly ExplainedFigure[][] Groups =
    [
        [ExplainedFigure.PrincipalOutstanding, ExplainedFigure.InterestDue, ExplainedFigure.PenaltyDue, ExplainedFigure.FeeDue, ExplainedFigure.Advance, ExplainedFigure.Payoff],
        [ExplainedFigure.DueNow, ExplainedFigure.Overdue, ExplainedFigure.NextDue],
        [ExplainedFigure.SuspendedInterest, ExplainedFigure.Provision],
        [ExplainedFigure.InstalmentPrincipal, ExplainedFigure.InstalmentInterest, ExplainedFigure.InstalmentPenalty, ExplainedFigure.InstalmentFee, ExplainedFigure.InstalmentPaid],
    ];

    public static IEnumerable<ExplainedFigure> Beside(this ExplainedFigure figure) => Groups.Single(group => group.Contains(figure)).Where(other => other != figure);

    public static string Word(this ExplainedFigure figure) => figure switch
    {
        ExplainedFigure.PrincipalOutstanding => "Principal left",
        ExplainedFigure.InterestDue => "Interest earned, unpaid",
        ExplainedFigure.PenaltyDue => "Penalty, unpaid",
        ExplainedFigure.FeeDue => "Fees, unpaid",
        ExplainedFigure.Payoff => "To close today",
        ExplainedFigure.DueNow => "Due by today",
        ExplainedFigure.Overdue => "Overdue",
        ExplainedFigure.NextDue => "Next due",
        ExplainedFigure.Advance => "Advance held",
        ExplainedFigure.SuspendedInterest => "Interest in suspense",
        ExplainedFigure.Provision => "Set aside against loss",
        ExplainedFigure.InstalmentPrincipal => "Principal",
        ExplainedFigure.InstalmentInterest => "Interest",
        ExplainedFigure.InstalmentPenalty => "Penalty",
        ExplainedFigure.InstalmentFee => "Fee",
        ExplainedFigure.InstalmentPaid => "Paid",
    };
}
