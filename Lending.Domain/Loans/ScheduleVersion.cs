using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>A schedule as agreed on a day: the contracted one, or what a change made of it (LMS-035). Version is that of the event; Change is null for the contract.</summary>
public sealed record ScheduleVersion(int Version, DateOnly On, LoanChange? Change, ImmutableArray<ScheduledInstalment> Rows)
{
    /// <summary>Null when the event leaves the schedule as it was.</summary>
    public static ScheduleVersion? Of(int version, LoanEvent @event) => @event switch
    {
        LoanDisbursed e => new(version, e.On, null, e.Schedule),
        LoanChanged { Outcome.Instalments: { } instalments } e => new(version, e.On, e.Change, Planned(instalments)),
        PaymentReceived { Outcome.Instalments: { } instalments, Effect: { } effect } e => new(
            version, e.On, new PartPrepayment(e.PaymentId, e.Amount, e.Channel, e.Reference, effect), Planned(instalments)),
        _ => null,
    };

    /// <summary>What is planned of a loan's instalments. Numbers that a revised schedule needs no more are kept in the loan, but are no instalments of it.</summary>
    public static ImmutableArray<ScheduledInstalment> Planned(ImmutableArray<Instalment> rows) => [.. rows.Where(row => !row.IsVoid).Select(Planned)];

    private static ScheduledInstalment Planned(Instalment row) => new(row.Number, row.From, row.Due, row.PayBy, row.Principal, row.Interest)
    {
        Fee = row.Fee?.Amount, FeeTax = row.Fee?.Tax,
    };
}
