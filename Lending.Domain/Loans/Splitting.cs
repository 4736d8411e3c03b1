using System.Collections.Immutable;
using Lending.Domain.Engine;

namespace Lending.Domain;

/// <summary>
/// Splits the instalments to come anew into principal and interest on the balance that is left: each keeps its amount, the last one takes the difference,
/// and those that are needed no more are emptied.
/// </summary>
internal static class Splitting
{
    /// <summary>Rows from the index on, as they are from the day on; balance is the principal they have to repay. What the first has earned stays in it.</summary>
    public static ImmutableArray<InstalmentSplit> Of(Loan loan, int first, Money balance, DateOnly today, LoanProduct product)
    {
        var end = Replanning.LastNumber(loan);
        var splits = ImmutableArray.CreateBuilder<InstalmentSplit>();
        for (var i = first; i < end; i++)
        {
            var row = loan.Instalments[i];
            var split = Of(loan, row, balance, today, i == end - 1, product);
            splits.Add(split);
            balance -= split.Principal - row.PaidPrincipal;
        }

        return splits.ToImmutable();
    }

    public static ImmutableArray<Instalment> Apply(ImmutableArray<Instalment> instalments, ImmutableArray<InstalmentSplit> splits)
    {
        var changed = instalments.ToBuilder();
        foreach (var split in splits)
            changed[split.Number - 1] = changed[split.Number - 1] with { Principal = split.Principal, Interest = split.Interest, InterestRest = split.InterestRest };
        return changed.MoveToImmutable();
    }

    /// <summary>What a period earns of the balance, as a share of it, at the loan's rate.</summary>
    public static decimal FactorOf(Loan loan, LoanProduct product, RemainingPeriod period) =>
        RemainingSchedule.Factor(ProductTerms.OfTheRest(product, product.AmountMin, 1, loan.RatePercent ?? product.RatePercent), period);

    private static InstalmentSplit Of(Loan loan, Instalment row, Money balance, DateOnly today, bool isLast, LoanProduct product)
    {
        var from = row.From < today ? today : row.From;
        var period = new RemainingPeriod(row.From, row.Due, from, InterestNights.PausedIn(loan.Pauses, from, row.Due));
        var exact = row.InterestExact + (balance.Minor * FactorOf(loan, product, period));
        var interest = Money.Max(Money.Round(exact, loan.Currency, product.Rounding), Money.Max(row.InterestAccrued, row.PaidInterest));
        var room = Money.Max(row.Principal + row.Interest - interest - row.PaidPrincipal, Money.Zero(loan.Currency));
        return new(row.Number, row.PaidPrincipal + (isLast ? balance : Money.Min(balance, room)), interest, Math.Clamp(exact - interest.Minor, -1m, 1m));
    }
}
