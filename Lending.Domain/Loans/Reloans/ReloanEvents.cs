using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// Whether another loan can be offered was looked at, whatever came of it: one finding per rule (LOS-036). An offer starts pending. By is the staff member,
/// or the platform's job.
/// </summary>
[EventType("loan.reloan-checked.v1")]
public sealed record ReloanChecked(int Number, DateOnly On, ImmutableArray<ReloanFinding> Findings, string By) : LoanEvent
{
    public ReloanTerms? Offer { get; init; }
}

[EventType("loan.reloan-approved.v1")]
public sealed record ReloanApproved(int Number, DateOnly On, string By, string? Note) : LoanEvent;

[EventType("loan.reloan-rejected.v1")]
public sealed record ReloanRejected(int Number, DateOnly On, string By, string Reason) : LoanEvent;

[EventType("loan.reloan-cancelled.v1")]
public sealed record ReloanCancelled(int Number, DateOnly On, ReloanEnding Ending, string By, string? Reason) : LoanEvent;

/// <summary>The borrower took it; the application of this id is started from it.</summary>
[EventType("loan.reloan-accepted.v1")]
public sealed record ReloanAccepted(int Number, DateOnly On, string ApplicationId, Money Amount, int Tenure) : LoanEvent;
