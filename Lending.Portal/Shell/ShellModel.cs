using System.Collections.Immutable;
using Lending.Domain;

namespace Lending.Portal.Shell;

/// <summary>One link of the rail. The count is drawn when known; the shortcut is a "G" sequence such as "G Q".</summary>
public sealed record RailLink(string Text, string Href, string Icon, int? Count = null, string? Shortcut = null)
{
    /// <summary>Current only at this very address, not below it.</summary>
    public bool Exact { get; init; }
}

/// <summary>Links under one heading of the rail.</summary>
public sealed record NavGroup(string Title, IReadOnlyList<RailLink> Links);

/// <summary>One step of "where you are". The last one has no link.</summary>
public sealed record Crumb(string Text, string? Href = null);

/// <summary>What the shell shows around every page for the person who is signed in.</summary>
public sealed record ShellModel(
    string Brand, string Person, string Role, IReadOnlyList<NavGroup> Navigation, DateOnly BusinessDate, int Unread = 0)
{
    /// <summary>Set while a super admin works inside a brand: the coloured bar says so.</summary>
    public string? ActingInside { get; init; }

    /// <summary>Where the person's menu leads: the form that signs out is posted there.</summary>
    public string SignOutHref { get; init; } = "/sign-out";

    /// <summary>Where the bell leads; null takes it away.</summary>
    public string? NotificationsHref { get; init; }

    /// <summary>How the brand groups loans by days past due in lists.</summary>
    public ImmutableArray<Bucket> Buckets { get; init; } = Components.DpdBuckets.Default;

    /// <summary>The brand's time zone: instants are shown in it.</summary>
    public TimeZoneInfo TimeZone { get; init; } = Components.Dates.India;
}
