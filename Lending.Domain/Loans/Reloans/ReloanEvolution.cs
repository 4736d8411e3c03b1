using System.Diagnostics;

namespace Lending.Domain;

/// <summary>What checks and offers leave on the repaid loan.</summary>
internal static class ReloanEvolution
{
    public static Loan Apply(Loan loan, LoanEvent @event) => loan with
    {
        Reloan = @event switch
        {
            ReloanChecked e => new ReloanStanding(e.Number, e.On, e.By, e.Offer, e.Offer is null ? null : ReloanState.Pending),
            ReloanApproved e => Decided(loan, ReloanState.Approved, e.On, e.By, e.Note) with { WasTold = true },
            ReloanRejected e => Decided(loan, ReloanState.Rejected, e.On, e.By, e.Reason),
            ReloanCancelled e => Decided(loan, ReloanState.Cancelled, e.On, e.By, e.Reason) with
            {
                Ending = e.Ending, Application = e.Ending is ReloanEnding.NotStarted ? null : loan.Reloan!.Application,
            },
            ReloanAccepted e => loan.Reloan! with { Application = e.ApplicationId, Taken = e.Amount, TakenTenure = e.Tenure },
            _ => throw new UnreachableException($"{@event.GetType().Name} is not of an offer."),
        },
    };

    private static ReloanStanding Decided(Loan loan, ReloanState state, DateOnly on, string by, string? reason) =>
        loan.Reloan! with { State = state, DecidedOn = on, DecidedBy = by, Reason = reason };
}
