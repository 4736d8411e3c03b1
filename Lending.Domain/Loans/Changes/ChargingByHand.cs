using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>
/// Late charges that staff make (UBU-057): the same engine as the nights', for today. A charge counts once for a day, a band once for the instalment that is
/// late by it; where the nights charge too, tonight's is the one that was made (GAP-16).
/// </summary>
internal static class ChargingByHand
{
    public static Outcome<ChangeOutcome> Charge(Loan loan, ChangeGround ground)
    {
        var (product, today) = (ground.Product, ground.Today);
        if (loan.Hold is { } hold && hold.Covers(today)) return new HoldStands("Nothing is charged for being late while the loan is on hold.");
        loan = loan with { Instalments = LateCharging.Joined(loan, today, product) };
        if (loan.Instalments.FirstOrDefault(row => !row.IsPaid && row.PayBy < today) is not { } oldest) return new NothingOverdue();

        var band = product.LateCharges is { ByHand: true, Bands.IsEmpty: false } late ? BandNow(late, LoanFigures.DaysLate(loan, oldest, today)) : null;
        var rule = band is null ? $"late/{today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}" : $"{band.Name}/{oldest.Number.ToString(CultureInfo.InvariantCulture)}";
        if (loan.HandCharges.Any(made => made.Rule == rule)) return new LateChargeMade();

        var rows = band is null ? Charged(loan, today, product) : Charged(loan, oldest, LateCharging.OfBand(loan, today, product.LateCharges!, band), product);
        var earned = Replanning.Sum(loan, rows, row => row.PenaltyAccrued) - Replanning.Sum(loan, loan.Instalments, row => row.PenaltyAccrued);
        return earned.IsPositive
            ? ChangeOutcome.Same(loan) with { Instalments = rows, PenaltyEarned = earned, HandCharges = loan.HandCharges.Add(new(today, rule)) }
            : new NoLateCharge();
    }

    /// <summary>What tonight would charge.</summary>
    private static ImmutableArray<Instalment> Charged(Loan loan, DateOnly today, LoanProduct product)
    {
        var rows = loan.Instalments.ToBuilder();
        var (room, oldest) = (LateCharging.RoomOf(loan, product), true);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].IsPaid) continue;
            var (exact, posted) = LateCharging.Of(loan, rows[i], oldest, today, product, room);
            (oldest, room) = (false, room - posted);
            rows[i] = rows[i] with { PenaltyExact = exact, PenaltyAccrued = rows[i].PenaltyAccrued + posted };
        }

        return rows.ToImmutable();
    }

    private static ImmutableArray<Instalment> Charged(Loan loan, Instalment oldest, decimal charge, LoanProduct product)
    {
        var sum = Money.Round(charge, loan.Currency, product.Rounding);
        if (LateCharging.RoomOf(loan, product) is { } room) sum = Money.Max(Money.Min(sum, room), Money.Zero(loan.Currency));
        return loan.Instalments.Replace(oldest, oldest with { PenaltyExact = oldest.PenaltyExact + sum.Minor, PenaltyAccrued = oldest.PenaltyAccrued + sum });
    }

    private static LateBand? BandNow(LateChargeTerms late, int days)
    {
        if (days <= late.GraceDays) return null;
        for (var i = 0; i < late.Bands.Length; i++)
            if (late.Bands[i].Covers(days, i + 1 < late.Bands.Length ? late.Bands[i + 1].FromDpd : null)) return late.Bands[i];
        return null;
    }
}

/// <summary>This charge was made already.</summary>
public sealed record LateChargeMade() : Refusal(RefusalKind.Conflict, "late_charge_made", "This late charge was made already.");

/// <summary>The product's rule charges nothing for today: within the grace, below the first band, at the cap, or not on this day.</summary>
public sealed record NoLateCharge() : Refusal(RefusalKind.Conflict, "no_late_charge", "By the product's rules nothing is charged today.");

/// <summary>The run is of a business date that is over.</summary>
public sealed record LateChargeRunOver(DateOnly On) : Refusal(RefusalKind.Conflict, "late_charge_run_over", "The business date of this run is over. Ask for another one.");
