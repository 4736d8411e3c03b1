using Lending.Api.Loans;
using Lending.Data;

namespace Lending.Api.Staff.DayEnds;

/// <summary>A run that closes every open day through a date. Total, Done and Failed count the loans of the day it is at.</summary>
public sealed record DayEndAnswer(
    DateOnly Through, string State, string RequestedBy, DateTimeOffset RequestedAt, int Total, int Done, int Failed, DateTimeOffset? FinishedAt)
{
    public static DayEndAnswer Of(DayEndRun run) => new(
        run.Date, LoanViews.NameOf(run.State), run.RequestedBy, run.RequestedAt, run.Total, run.Done, run.Failed, run.FinishedAt);
}
