using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>
/// How an instalment loan is repaid. As it stands: a level instalment a month at a twelfth of the yearly rate, the last one takes the rest.
/// Counts of instalments are from the first one on; a multiple is in whole units of the currency (100 means whole hundreds of rupees).
/// </summary>
public sealed record InstalmentTerms
{
    /// <summary>What a product that names no terms has.</summary>
    public static readonly InstalmentTerms Monthly = new();

    /// <summary>The unit between two due dates (RF-016).</summary>
    public RepayUnit Unit { get; init; } = RepayUnit.Months;

    /// <summary>How many units there are between two due dates: 2 and Weeks is every fortnight. 1 for half-months and agreed days.</summary>
    public int Every { get; init; } = 1;

    /// <summary>The two days of the month for half-months, as 1 and 16; 31 is the last day.</summary>
    public ImmutableArray<int> SemiMonthlyDays { get; init; } = [];

    /// <summary>For agreed days: how many days after payout each instalment falls due, as 30, 90, 180.</summary>
    public ImmutableArray<int> DaysAfterPayout { get; init; } = [];

    /// <summary>What the tenure of the product and of its loans counts (RF-018, GAP-09).</summary>
    public TenureUnit TenureUnit { get; init; } = TenureUnit.Months;

    /// <summary>How principal and interest are spread (RF-023).</summary>
    public RepayMethod Method { get; init; }

    /// <summary>For <see cref="RepayMethod.Balloon"/>: percent of the amount that the last instalment repays on top.</summary>
    public decimal BalloonPercent { get; init; }

    /// <summary>Weekly only: a quarter of the monthly reducing figure, four weeks to a month (RF-024, GAP-11).</summary>
    public bool QuarterOfMonth { get; init; }

    /// <summary>Which rules of the engine make the schedule.</summary>
    public ScheduleFamily Rules { get; init; } = ScheduleFamily.Cumulative;

    /// <summary>Interest by the days of each instalment, or the same share of the year for every one.</summary>
    public InterestPeriods Interest { get; init; } = InterestPeriods.SameAsRepaymentPeriod;

    /// <summary>Days of a year in the day count; only where interest goes by days (RF-019).</summary>
    public YearLength DaysInYear { get; init; }

    /// <summary>Days of a month in the day count; only where interest goes by days.</summary>
    public MonthLength DaysInMonth { get; init; }

    /// <summary>With a year of actual days: 366 count only in the instalment that holds 29 February.</summary>
    public bool LeapDayInItsPeriodOnly { get; init; }

    /// <summary>Whether money that comes early or late changes the interest: overdue principal bears it, principal paid early does not.</summary>
    public InterestOn InterestOn { get; init; }

    /// <summary>With <see cref="InterestOn.RealBalance"/>: how fresh the balance is.</summary>
    public InterestRest Rest { get; init; }

    /// <summary>Instalments are whole multiples of so many units of the currency; 0 is none.</summary>
    public int MultipleOf { get; init; }

    /// <summary>Which instalment takes what rounding leaves.</summary>
    public RestTaker RestGoesTo { get; init; }

    /// <summary>First instalments that pay interest only.</summary>
    public int GracePrincipal { get; init; }

    /// <summary>First instalments that pay no interest; it is earned and paid with the later ones.</summary>
    public int GraceInterestPayment { get; init; }

    /// <summary>First instalments that bear no interest at all.</summary>
    public int InterestFree { get; init; }

    /// <summary>Day of the month on which instalments fall due, whatever the day of payout; null counts from payout. 31 is the last day.</summary>
    public int? DueDay { get; init; }

    /// <summary>With <see cref="DueDay"/>: days there are at least between payout and the first due date (RF-017).</summary>
    public int FirstDueAfterDays { get; init; } = 15;

    /// <summary>With <see cref="DueDay"/>: who pays for a first period that is not a whole one.</summary>
    public BrokenPeriod BrokenPeriod { get; init; }

    /// <summary>Percent of the amount that is due on the day of payout; null is none.</summary>
    public decimal? DownPaymentPercent { get; init; }

    /// <summary>Where a due date goes in a month that is too short (GAP-14).</summary>
    public MonthEnd MonthEnd { get; init; }

    /// <summary>What a Sunday off or a holiday does to a due date (GAP-13).</summary>
    public HolidayRule Holidays { get; init; }
}
