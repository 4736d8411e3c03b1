using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>A line of the repayment schedule as the Key Fact Statement shows it: Outstanding is the principal before the instalment.</summary>
public sealed record KeyFactInstalment(int Number, DateOnly PayBy, Money Outstanding, Money Principal, Money Interest)
{
    /// <summary>The fee that comes with it, tax inside; null when there is none.</summary>
    public Money? Fee { get; init; }

    public Money Instalment => Principal + Interest + (Fee ?? Money.Zero(Principal.Currency));
}

/// <summary>
/// The Key Fact Statement of an offer, in the form the Reserve Bank of India prescribed on 15 April 2024 (RBI/2024-25/18, annexes A to C): what the
/// loan costs in one place, before anybody is bound. ValidThrough is the last day on which the borrower may take the offer at these terms.
/// </summary>
public sealed record KeyFacts(
    string Lender, string ProductName, LoanQuote Quote, string TermUnit, int InstalmentCount, Money Instalment, DateOnly FirstPayBy,
    decimal AnnualRatePercent, decimal AprPercent, decimal PenaltyDailyPercent, int PenaltyGraceDays, Money? PenaltyCap, DateOnly ValidThrough,
    int CoolingOffDays, string GrievanceOfficer, string GrievancePhone, string GrievanceEmail, bool MayTransferLoans,
    ImmutableArray<KeyFactInstalment> Schedule)
{
    /// <summary>How often an instalment is paid, as "monthly".</summary>
    public string InstalmentEvery { get; init; } = "";

    /// <summary>How the money is paid out.</summary>
    public string Disbursal { get; init; } = "100 % upfront";

    /// <summary>What being late costs, in a sentence.</summary>
    public string LateCharges { get; init; } = "";

    /// <summary>What closing the loan early costs, in a sentence.</summary>
    public string Foreclosure { get; init; } = "";

    /// <summary>What paying a part early costs, in a sentence.</summary>
    public string Prepayment { get; init; } = "";

    /// <summary>What a reader of the schedule has to know.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    private const int DaysInYear = 365;
    private const int ShortTermDays = 7;

    /// <summary>From a quote of the product; all figures are the quote's own.</summary>
    public static KeyFacts Of(Brand brand, LoanProduct product, LoanQuote quote)
    {
        var settings = brand.Settings;
        var isPayday = product.Plan is RepaymentPlan.Payday;
        var first = quote.Schedule[0];
        var schedule = ScheduleOf(quote);
        return new KeyFacts(
            settings.LegalName, product.Name, quote, Tenures.UnitOf(product).Many, quote.Schedule.Length, schedule[0].Instalment, first.PayBy,
            isPayday ? product.RatePercent * DaysInYear : product.RatePercent, AnnualRates.AprPercentOf(product, quote),
            product.Penalty.DailyPercent, product.Penalty.GraceDays, product.Penalty.Cap,
            ValidThroughOf(quote.DisbursedOn, isPayday && quote.Tenure < ShortTermDays ? 1 : 3, settings.Calendar),
            settings.CoolingOffDays, settings.GrievanceOfficer, settings.GrievancePhone, settings.GrievanceEmail, settings.MayTransferLoans,
            schedule)
        {
            InstalmentEvery = ProductWords.EveryOf(product), LateCharges = ProductWords.LateChargesOf(product), Foreclosure = ProductWords.ForeclosureOf(product),
            Disbursal = product.Line is null ? "100 % upfront" : "On demand, in draws up to the limit",
            Prepayment = ProductWords.PrepaymentOf(product), Notes = ProductWords.NotesOf(product),
        };
    }

    /// <summary>An offer stands for three working days, for one when the loan runs for less than seven days (paragraph 4 of the circular).</summary>
    private static DateOnly ValidThroughOf(DateOnly from, int workingDays, BusinessCalendar calendar)
    {
        var day = from;
        for (var counted = 0; counted < workingDays; counted++) day = calendar.RollForward(day.AddDays(1));
        return day;
    }

    private static ImmutableArray<KeyFactInstalment> ScheduleOf(LoanQuote quote)
    {
        var lines = ImmutableArray.CreateBuilder<KeyFactInstalment>(quote.Schedule.Length);
        var outstanding = quote.Amount;
        foreach (var instalment in quote.Schedule)
        {
            lines.Add(new(instalment.Number, instalment.PayBy, outstanding, instalment.Principal, instalment.Interest) { Fee = instalment.Fee });
            outstanding -= instalment.Principal;
        }

        return lines.MoveToImmutable();
    }
}
