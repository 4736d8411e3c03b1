using System.Globalization;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>
/// Why an instalment is what the schedule says, in words with the balance, the rate and the days. Said only where working it out again from them comes to the same
/// amount, or to one that rounding explains.
/// </summary>
internal static class InstalmentReasons
{
    // Schedules of two parts round twice, and what rounding left of the one before comes along.
    private const long RoundingMinor = 2;

    public static string? OfInterest(Loan loan, int number, LoanProduct product)
    {
        if (RowOf(loan, number) is not { Interest.IsPositive: true } row || product.Plan is RepaymentPlan.CreditLine) return null;
        var rate = loan.RatePercent ?? product.RatePercent;
        if (product.Plan is RepaymentPlan.Payday)
        {
            var days = row.Due.DayNumber - row.From.DayNumber;
            return Said($"{Percent(rate)} a day of {AmountText.Text(row.Principal)} for {days} day{(days == 1 ? "" : "s")}",
                Money.Round(row.Principal.Minor * rate / 100m * days, loan.Currency, product.Rounding), row.Interest);
        }

        var terms = product.Instalments ?? InstalmentTerms.Monthly;
        if (terms.QuarterOfMonth) return null;
        var flat = terms.Method is RepayMethod.Flat;
        var bearing = flat ? loan.FlatBase ?? loan.Sanctioned ?? loan.Requested : BalanceBefore(loan, number);
        var credit = ProductTerms.Of(product, bearing, 1, rate);
        return Said($"{Percent(rate)} a year of {AmountText.Text(bearing)} {(flat ? "lent" : "owed")}, {PeriodText(terms, row)}",
            EngineParts.InterestOf(credit, bearing, row.From, row.Due), row.Interest);
    }

    public static string? OfPrincipal(Loan loan, int number, LoanProduct product)
    {
        if (RowOf(loan, number) is not { Principal.IsPositive: true } row || product.Plan is RepaymentPlan.CreditLine) return null;
        if (row.Principal == BalanceBefore(loan, number)) return "all that is left of the principal";
        return (product.Instalments ?? InstalmentTerms.Monthly).Method switch
        {
            RepayMethod.EqualPrincipal => "an equal part of the principal",
            RepayMethod.Level when row.Interest.IsPositive => $"the instalment of {AmountText.Text(row.Principal + row.Interest)} less its interest of {AmountText.Text(row.Interest)}",
            _ => null,
        };
    }

    private static Instalment? RowOf(Loan loan, int number) => number > 0 && number <= loan.Instalments.Length ? loan.Instalments[number - 1] : null;

    private static Money BalanceBefore(Loan loan, int number)
    {
        var balance = Money.Zero(loan.Currency);
        for (var i = number - 1; i < loan.Instalments.Length; i++) balance += loan.Instalments[i].Principal;
        return balance;
    }

    private static string? Said(string text, Money workedOut, Money stands) => (stands - workedOut).Minor switch
    {
        0 => text,
        var rest when Math.Abs(rest) <= RoundingMinor => $"{text}, and {AmountText.Text(stands - workedOut)} that rounding left",
        _ => null,
    };

    private static string PeriodText(InstalmentTerms terms, Instalment row)
    {
        var days = row.Due.DayNumber - row.From.DayNumber;
        if (terms.Interest is InterestPeriods.SameAsRepaymentPeriod && terms.Unit is RepayUnit.Months or RepayUnit.Weeks)
        {
            var unit = terms.Unit is RepayUnit.Months ? "month" : "week";
            return $"{terms.Every} {unit}{(terms.Every == 1 ? "" : "s")} of {(terms.Unit is RepayUnit.Months ? 12 : 52)}";
        }

        var year = terms.DaysInYear switch { YearLength.Days360 => "360", YearLength.Days364 => "364", YearLength.Days365 => "365", YearLength.Actual => "the year's" };
        return terms.DaysInMonth is MonthLength.Days30 ? $"months of 30 days, {year} to the year" : $"{days} days of {year}";
    }

    private static string Percent(decimal rate) => rate.ToString("0.####", CultureInfo.InvariantCulture) + " %";
}
