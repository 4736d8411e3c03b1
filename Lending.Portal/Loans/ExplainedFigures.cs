using Lending.Domain;

namespace Lending.Portal.Loans;

/// <summary>What the figures that can be explained are called on the page.</summary>
internal static class ExplainedFigures
{
    public static string Word(this ExplainedFigure figure) => figure switch
    {
        ExplainedFigure.PrincipalOutstanding => "Principal left",
        ExplainedFigure.InterestDue => "Interest earned, unpaid",
        ExplainedFigure.PenaltyDue => "Penalty, unpaid",
        ExplainedFigure.Payoff => "To close today",
    };
}
