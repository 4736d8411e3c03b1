using Lending.Domain;

namespace Lending.Data;

/// <summary>How a version stands: a Draft nobody has put in force, the one InForce, one that was Replaced, or one of a product that takes no new loans.</summary>
public enum ProductVersionState { Draft, InForce, Replaced, Inactive }

/// <summary>One version with what is kept beside its settings. AddedBy and ActivatedBy are staff ids; null is the set-up.</summary>
public sealed record ProductVersion(
    LoanProduct Product, ProductVersionState State, string? AddedBy, DateTimeOffset? AddedAt, string? ActivatedBy, DateTimeOffset? ActivatedAt, long RunningLoans)
{
    /// <summary>Applications under way that are not paid out yet: they keep this version.</summary>
    public long OpenApplications { get; init; }
}
