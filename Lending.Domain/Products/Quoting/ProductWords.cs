using System.Collections.Immutable;
using System.Globalization;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>A product's settings as sentences, for statements, agreements and those who choose among products.</summary>
public static class ProductWords
{
    /// <summary>How often, as "monthly" or "every 2 weeks".</summary>
    public static string EveryOf(LoanProduct product)
    {
        var terms = product.Instalments ?? InstalmentTerms.Monthly;
        return terms.Unit switch
        {
            _ when product.Plan is RepaymentPlan.Payday => "at the end of the term",
            _ when product.Line is { } line => EveryOf(line.Unit, line.Every),
            RepayUnit.SemiMonths => "twice a month",
            RepayUnit.AgreedDays => "on agreed days",
            _ => EveryOf(terms.Unit, terms.Every),
        };
    }

    private static string EveryOf(RepayUnit unit, int every) => every == 1
        ? unit switch { RepayUnit.Days => "daily", RepayUnit.Weeks => "weekly", _ => "monthly" }
        : $"every {Whole(every)} {unit.ToString().ToLowerInvariant()}";

    /// <summary>What interest is counted on, as "a year on the reducing balance".</summary>
    public static string InterestOf(LoanProduct product) => product switch
    {
        { Plan: RepaymentPlan.Payday } => "of the principal for each day",
        { Plan: RepaymentPlan.CreditLine } => "a year on what is drawn, by days",
        { Instalments.Method: RepayMethod.Flat } => "a year on the whole amount (flat)",
        _ => "a year on the reducing balance",
    };

    /// <summary>What a reader of the schedule has to know; empty for most products.</summary>
    public static ImmutableArray<string> NotesOf(LoanProduct product)
    {
        if (product.Line is { } line) return LineWords.NotesOf(product, line);
        if (product.Instalments is not { } terms) return [];
        var notes = ImmutableArray.CreateBuilder<string>();
        if (terms.QuarterOfMonth)
            notes.Add("Each weekly instalment is a quarter of the monthly reducing-balance instalment. A month counts four weeks, so twelve months are 48 weekly instalments.");
        if (terms.Method is RepayMethod.Balloon) notes.Add($"The last instalment repays {Number(terms.BalloonPercent)} % of the amount on top.");
        if (terms.Method is RepayMethod.InterestOnly) notes.Add("All instalments but the last pay interest only.");
        if (terms.GracePrincipal > 0) notes.Add($"The first {Whole(terms.GracePrincipal)} instalments pay interest only.");
        if (terms.GraceInterestPayment > 0) notes.Add($"The first {Whole(terms.GraceInterestPayment)} instalments pay no interest; it is paid with the later ones.");
        if (terms.InterestFree > 0) notes.Add($"The first {Whole(terms.InterestFree)} instalments bear no interest.");
        if (terms.DownPaymentPercent is { } down) notes.Add($"{Number(down)} % of the amount is due on the day of payout.");
        if (terms.InterestOn is InterestOn.RealBalance)
            notes.Add(terms.Rest is InterestRest.Daily
                ? "Interest is counted on what is really owed: money that comes early saves interest from its night on, and principal that is overdue goes on bearing it."
                : "Interest is counted on what is really owed when a period begins: money that comes early saves interest from the next period on, and principal that is overdue bears it for whole periods.");
        if (terms.Holidays is HolidayRule.MoveDueDate) notes.Add("A due date on a day off moves to the next working day; where interest goes by days it counts to that day.");
        if (terms.MonthEnd is MonthEnd.FirstDayOfNextMonth) notes.Add("A due date that a month does not have falls on the first of the next month.");
        return notes.ToImmutable();
    }

    /// <summary>What being late costs.</summary>
    public static string LateChargesOf(LoanProduct product) => product.LateCharges is { } late ? Of(late) : Of(product.Penalty);

    /// <summary>What closing the loan early costs.</summary>
    public static string ForeclosureOf(LoanProduct product) => product.Prepayment is { ForeclosurePercent: > 0 } terms
        ? $"{Number(terms.ForeclosurePercent)} % of the principal left{Gst(terms)}, and interest to the day of repayment{Free(terms)}."
        : "None. Interest is charged to the day of repayment only.";

    /// <summary>What paying a part early costs.</summary>
    public static string PrepaymentOf(LoanProduct product) => product.Prepayment is { PartPercent: > 0 } terms
        ? $"{Number(terms.PartPercent)} % of the principal paid early{Gst(terms)}{Free(terms)}."
        : "None.";

    private static string Of(PenaltyTerms terms) => terms.DailyPercent == 0m ? "None." :
        $"{Number(terms.DailyPercent)} % a day of what is overdue, without interest on it, from the day after the due date"
        + (terms.GraceDays > 0 ? $" and {Whole(terms.GraceDays)} days of grace" : "") + Cap(terms.Cap) + ".";

    private static string Of(LateChargeTerms terms)
    {
        if (!terms.Bands.IsDefaultOrEmpty)
            return string.Join(", ", terms.Bands.Select(band => $"{band.Name}: {Price(band.Percent, band.Fixed, terms.Base)} from day {Whole(band.FromDpd)}")) + Cap(terms.Cap) + ".";
        var often = terms.Frequency switch { LateChargeFrequency.Daily => "a day", LateChargeFrequency.Weekly => "a week", _ => "a month" };
        return $"{Price(terms.Percent, terms.Fixed, terms.Base)} {often}{Compounding(terms)}"
            + (terms.GraceDays == 0 ? "" : $", after {Whole(terms.GraceDays)} days of grace{(terms.ChargesGraceAfterwards ? ", which are then charged too" : "")}") + Cap(terms.Cap) + ".";
    }

    private static string Price(decimal? percent, Money? sum, LateChargeBase of) => sum is { } money
        ? AmountText.Text(money)
        : $"{Number(percent ?? 0m)} % of overdue {of switch { LateChargeBase.Principal => "principal", LateChargeBase.PrincipalInterestAndFees => "principal, interest and fees", _ => "principal and interest" }}";

    private static string Compounding(LateChargeTerms terms) => !terms.Compound ? "" : terms.CompoundEvery switch
    {
        LateCompounding.Weekly => ", and every 7 days also on charges not yet paid",
        LateCompounding.Monthly => ", and from month to month also on charges not yet paid",
        LateCompounding.Instalment => ", and with each further instalment that falls due also on charges not yet paid",
        _ => ", also on charges not yet paid",
    };

    private static string Cap(Money? cap) => cap is { } most ? $", at most {AmountText.Text(most)}" : "";

    private static string Gst(PrepaymentTerms terms) => terms.GstPercent == 0 ? "" : $" plus {Number(terms.GstPercent)} % GST";

    private static string Free(PrepaymentTerms terms) =>
        (terms.FreeWhileCoolingOff ? ", free in the cooling-off period" : "")
        + (terms.FreeAfterInstalments is { } paid ? $", free once {Whole(paid)} instalments are paid" : "");

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
