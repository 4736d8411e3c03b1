using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>How much a permission allows: READ &lt; WRITE &lt; ALL. ALL adds approving and deleting (LOS-125, GAP-43).</summary>
public enum Level { None, Read, Write, All }

/// <summary>The permissions of LOS-126 to LOS-129 and those GAP-43 adds. Denied unless granted.</summary>
public enum Permission
{
    Customer, OnboardingInProgress, OnboardingCompleted, RelocateUser, GlobalSearch,
    Loans, LoanOps, SanctionManager, SanctionHead, CompletedLoans, LoanReactivate, LoanRuleType, LoanRelocate, LoanSendBack, LoanForceBypass,
    PreCollections, Collections, PostCollections, CollectionReallocateLoans,
    BrandSettings, PartnerUserManagement, ViewDashboard, MasterReports,

    /// <summary>First-level credit decisions (GAP-43: unnamed in the source).</summary>
    CreditDecision,

    /// <summary>Recording and confirming payments received by hand.</summary>
    Payments,

    /// <summary>Running day end and moving the business date.</summary>
    DayEnd,

    /// <summary>Seeing PAN, Aadhaar, account and contact fields in clear, with a reason.</summary>
    ClearValues,

    /// <summary>Running late charges over all loans: Read sees runs and what they charged, Write asks for one or stops it, All starts it (UBU-058).</summary>
    PenaltyRuns,
}

/// <summary>What a caller may do. Built from role defaults and per-user overrides at log-in; carried with every command.</summary>
public sealed record Grants
{
    public static readonly Grants Nothing = new();

    /// <summary>For the platform's own jobs and for verified provider webhooks.</summary>
    public static readonly Grants Everything = new() { IsSystem = true };

    public ImmutableSortedDictionary<Permission, Level> Levels { get; init; } = ImmutableSortedDictionary<Permission, Level>.Empty;

    public bool IsSystem { get; init; }

    /// <summary>Set for a borrower: they act on their own records only.</summary>
    public string? CustomerId { get; init; }

    public bool May(Permission permission, Level level) =>
        IsSystem || (Levels.TryGetValue(permission, out var held) && held >= level);

    public static Grants OfBorrower(string customerId) => new() { CustomerId = customerId };

    public static Grants Of(params ReadOnlySpan<(Permission Permission, Level Level)> levels)
    {
        var builder = ImmutableSortedDictionary.CreateBuilder<Permission, Level>();
        foreach (var (permission, level) in levels) builder[permission] = level;
        return new() { Levels = builder.ToImmutable() };
    }
}
