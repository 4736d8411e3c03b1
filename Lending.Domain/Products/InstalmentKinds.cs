namespace Lending.Domain;

/// <summary>The unit between two due dates: SemiMonths are two days of each month, AgreedDays a list of days after payout.</summary>
public enum RepayUnit { Days, Weeks, Months, SemiMonths, AgreedDays }

/// <summary>What a tenure counts: Months, a week being a quarter of one (12 weekly instalments are 3, RF-018), or Instalments.</summary>
public enum TenureUnit { Months, Instalments }

/// <summary>
/// How principal and interest are spread: Level instalments on the balance, EqualPrincipal with interest on the balance, Flat interest on the whole
/// amount, InterestOnly with all principal at the end, Balloon with a part of it at the end.
/// </summary>
public enum RepayMethod { Level, EqualPrincipal, Flat, InterestOnly, Balloon }

/// <summary>Which instalment takes what rounding leaves: the Last, the First, or Spread: all, as far as it goes evenly, then the last.</summary>
public enum RestTaker { Last, Spread, First }

/// <summary>
/// Interest of a first period that is not a whole one: ByDays with the first instalment, Upfront out of the payout, or Spread over all level
/// instalments. A short period costs less in the first instalment in all three.
/// </summary>
public enum BrokenPeriod { ByDays, Upfront, Spread }

/// <summary>A due date on a day off: KeepDueDate, and payment is in time on the next working day, or MoveDueDate with its interest.</summary>
public enum HolidayRule { KeepDueDate, MoveDueDate }

/// <summary>
/// What becomes of money beyond what is due: it waits for the next instalment, lowers the principal now with smaller or fewer instalments, or pays the
/// instalments to come one by one, which lowers the principal too, from the next one on or from the last one back.
/// </summary>
public enum ExcessMoney { HoldAsAdvance, ReduceInstalment, ReduceTenure, PayInstalments, PayLastInstalments }

/// <summary>What the interest of a running loan follows: the schedule, or the balance that is really owed.</summary>
public enum InterestOn { Schedule, RealBalance }

/// <summary>From when a change of the real balance counts: the next night, or the next period.</summary>
public enum InterestRest { Daily, Period }

/// <summary>What a product may leave open for each loan (RF-002). Type, interest type, cycle and interest base are structure and never are.</summary>
public enum OverridableField { RatePercent, Tenure, Fees, LateCharges, GraceDays, FirstDueDate, Prepayment, InstalmentGrace, MinimumPercent }

/// <summary>What the minimum payment of a credit line is a percentage of (RF-029): principal, or principal and interest, that no statement has asked for yet.</summary>
public enum MinimumBase { Principal, PrincipalAndInterest }
