using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>A lending company on the platform. Its business date moves only by day end, in its own time zone.</summary>
public sealed record Brand(string Code, string Name, string TimeZone, DateOnly BusinessDate, BrandSettings Settings)
{
    /// <summary>The day a moment falls on in the Brand's time zone; null where staff move the business date, because real time says nothing there.</summary>
    public DateOnly? ClockDayOf(DateTimeOffset moment) => Settings.FollowsTheClock
        ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime)
        : null;
}

/// <summary>What a Brand chooses. Defaults are those of LOS-108 to LOS-123; GAP-49 names the ones the source leaves open.</summary>
public sealed record BrandSettings
{
    public string LegalName { get; init; } = "";

    public string LegalAddress { get; init; } = "";

    /// <summary>Whom a borrower turns to with a complaint; named in every Key Fact Statement.</summary>
    public string GrievanceOfficer { get; init; } = "";

    public string GrievancePhone { get; init; } = "";

    public string GrievanceEmail { get; init; } = "";

    /// <summary>Days after payout in which a loan can be given back for principal and interest to that day.</summary>
    public int CoolingOffDays { get; init; } = 3;

    /// <summary>Whether loans may be sold or securitised later.</summary>
    public bool MayTransferLoans { get; init; }

    /// <summary>Rupees 15,000 (LOS-113).</summary>
    public Money MinimumLoan { get; init; } = Money.Inr(15_000_00);

    public int AgeMin { get; init; } = 22;

    public int AgeMax { get; init; } = 54;

    public int RejectionCooldownDays { get; init; } = 15;

    /// <summary>Somebody with a loan that was cancelled for one of these is lent nothing any more (GAP-32).</summary>
    public ImmutableArray<CancellationReason> NoMoreLoansAfter { get; init; } = [CancellationReason.Fraud];

    /// <summary>Day end runs by itself when a day has ended in the Brand's time zone. A demo Brand's date is moved by staff instead.</summary>
    public bool FollowsTheClock { get; init; } = true;

    public int ESignLinkDays { get; init; } = 2;

    /// <summary>Sundays move a due date to the next working day (LOS-122).</summary>
    public bool SundayOff { get; init; } = true;

    /// <summary>Days on which no instalment falls due (LOS-069).</summary>
    public ImmutableSortedSet<DateOnly> Holidays { get; init; } = [];

    /// <summary>Days before a due date on which a reminder goes out (LOS-130).</summary>
    public ImmutableArray<int> ReminderDays { get; init; } = [7, 3, 1, 0];

    /// <summary>An overdue borrower is told again every so many days; 0 tells them on the first day only (LOS-032).</summary>
    public int OverdueReminderEveryDays { get; init; } = 7;

    /// <summary>How instalments are collected by mandate.</summary>
    public AutopayPolicy Autopay { get; init; } = new();

    /// <summary>How another loan is offered to those who repaid one.</summary>
    public ReloanPolicy Reloans { get; init; } = new();

    /// <summary>The day of the month, 1 to 28, on whose morning account statements of term loans are made; null makes none.</summary>
    public int? StatementDay { get; init; }

    /// <summary>How loans are grouped by days past due.</summary>
    public BucketSets Buckets { get; init; } = new();

    /// <summary>First two digits of the postal codes served; empty serves all (LOS-007).</summary>
    public ImmutableSortedSet<string> ServedPincodePrefixes { get; init; } = [];

    /// <summary>The reason codes a rejection may carry (LOS-070), each with the words the borrower is told.</summary>
    public ImmutableSortedDictionary<string, string> RejectionReasons { get; init; } = DefaultRejectionReasons;

    public static ImmutableSortedDictionary<string, string> DefaultRejectionReasons { get; } =
        new Dictionary<string, string>
        {
            ["documents_unclear"] = "The documents could not be read or do not match.",
            ["low_credit_score"] = "The credit score is below what this product asks for.",
            ["insufficient_income"] = "The income does not cover the instalment.",
            ["existing_obligations"] = "Existing loans take up too much of the income.",
            ["outside_service_area"] = "We do not lend at this address yet.",
            ["policy"] = "The application does not meet our lending policy.",
        }.ToImmutableSortedDictionary();

    public BusinessCalendar Calendar => new(SundayOff, Holidays);
}
