using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>What a loan would cost if it were paid out on a day: charges, what arrives, the schedule and the totals (LOS-020).</summary>
public sealed record LoanQuote(
    Money Amount, int Tenure, DateOnly DisbursedOn, ImmutableArray<Charge> Charges, Money ChargesTotal, Money Net,
    ImmutableArray<ScheduledInstalment> Schedule, Money InterestTotal, Money RepaymentTotal);

/// <summary>Previews; the same functions make the real loan.</summary>
public static class Quotes
{
    public static LoanQuote Of(LoanProduct product, Money amount, int tenure, DateOnly disbursedOn, BusinessCalendar calendar)
    {
        var charges = Charges.Of(product, amount);
        var net = Charges.NetOf(amount, charges);
        var schedule = Schedules.Of(product, amount, tenure, disbursedOn, calendar);
        var interest = Money.Zero(amount.Currency);
        foreach (var instalment in schedule) interest += instalment.Interest;
        return new LoanQuote(amount, tenure, disbursedOn, charges, amount - net, net, schedule, interest, amount + interest);
    }
}
