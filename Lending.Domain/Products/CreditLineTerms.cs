using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>
/// How a revolving account works (RF-003, GAP-53): drawn from up to its limit, billed by statements, repaid at least by their minimum. As it stands: a
/// statement a month, due four days later, that asks for 5 % of principal and interest. Amounts are in the product's currency.
/// </summary>
public sealed record CreditLineTerms
{
    /// <summary>The unit of a cycle: Months or Weeks (RF-016).</summary>
    public RepayUnit Unit { get; init; } = RepayUnit.Months;

    /// <summary>How many units a cycle has.</summary>
    public int Every { get; init; } = 1;

    /// <summary>Day of the month on which statements are due, whatever the day of opening; null ends cycles counted from opening. 31 is the last day.</summary>
    public int? DueDay { get; init; }

    /// <summary>A statement is made so many days before it is due, at the end of its cycle (RF-027): due on the 5th with 4, it is made on the 1st.</summary>
    public int DaysToDue { get; init; } = 4;

    /// <summary>Percent of the base that a statement asks for; 100 asks for everything (RF-028, GAP-54).</summary>
    public decimal MinimumPercent { get; init; } = 5m;

    /// <summary>What the percentage is of (RF-029).</summary>
    public MinimumBase MinimumOf { get; init; } = MinimumBase.PrincipalAndInterest;

    /// <summary>A statement asks for at least so much, or all there is where that is less; null asks for the percentage alone.</summary>
    public Money? MinimumFloor { get; init; }

    /// <summary>The smallest draw; null is any.</summary>
    public Money? DrawMin { get; init; }

    /// <summary>The largest draw; null is whatever is available.</summary>
    public Money? DrawMax { get; init; }

    /// <summary>Draws of the borrower up to this amount are paid without anybody's approval: the sanction was it. Null has every draw approved.</summary>
    public Money? DrawsWithoutApproval { get; init; }

    /// <summary>No draws while anything is overdue.</summary>
    public bool BlockWhileOverdue { get; init; } = true;

    /// <summary>Days of a year in the daily rate.</summary>
    public YearLength DaysInYear { get; init; } = YearLength.Days365;
}
