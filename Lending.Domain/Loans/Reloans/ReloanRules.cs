using System.Collections.Immutable;
using System.Globalization;

namespace Lending.Domain;

/// <summary>What is looked at before another loan is offered (LOS-036).</summary>
public enum ReloanRule
{
    /// <summary>The Brand lets offers go out by themselves; not asked of one that staff make.</summary>
    Automation,

    /// <summary>The loan was repaid: not settled, refinanced, returned or given up.</summary>
    Repaid,

    /// <summary>No instalment was paid later than the Brand tolerates.</summary>
    OnTime,

    /// <summary>It was never as late as its product calls delinquent.</summary>
    NeverDelinquent,

    /// <summary>No part of it was ever charged off.</summary>
    NeverChargedOff,

    NeverDisputed,

    /// <summary>The customer's other loans are neither late, charged off, written off nor disputed.</summary>
    OtherLoans,

    /// <summary>Loans ever paid out to the customer.</summary>
    LoanCount,

    /// <summary>Loans of the product the customer has now.</summary>
    OpenLoans,

    /// <summary>No application of theirs was rejected within the Brand's cool-down.</summary>
    Cooldown,

    Age,

    /// <summary>What the offer would be of is within the product's bounds now.</summary>
    Amount,

    /// <summary>No loan of theirs was cancelled for what the Brand lends nothing after, as fraud.</summary>
    NoneCancelled,
}

/// <summary>What one rule found, and what it allows: both as text, such as "3" and "2"; null where there is nothing to say.</summary>
public sealed record ReloanFinding(ReloanRule Rule, bool Passed, string? Found = null, string? Allowed = null);

/// <summary>A customer's loans with this Brand: how many were ever paid out, and how many of the others are in trouble or ever were.</summary>
public sealed record CustomerRecord(int PaidOut, int InTrouble);

/// <summary>The rules for another loan. Every one is asked, so that the log has all reasons and not the first.</summary>
public static class ReloanRules
{
    /// <summary>What the repaid loan says.</summary>
    public static ImmutableArray<ReloanFinding> OfLoan(Loan loan, LoanProduct product, ReloanPolicy policy, ReloanHistory history, bool byHand)
    {
        var late = DaysLateAtWorst(loan);
        var findings = ImmutableArray.CreateBuilder<ReloanFinding>();
        if (!byHand) findings.Add(new(ReloanRule.Automation, policy.Automatic));
        findings.Add(new(ReloanRule.Repaid, loan.Closure is Closure.Repaid, loan.Closure?.ToString()));
        findings.Add(new(ReloanRule.OnTime, late <= policy.ToleranceDays, Text(late), Text(policy.ToleranceDays)));
        findings.Add(new(ReloanRule.NeverDelinquent, history.DpdMax < product.DaysToDelinquent && !history.WasNpa, Text(history.DpdMax), Text(product.DaysToDelinquent - 1)));
        findings.Add(new(ReloanRule.NeverChargedOff, !history.WasChargedOff));
        findings.Add(new(ReloanRule.NeverDisputed, !history.WasDisputed));
        return findings.DrainToImmutable();
    }

    /// <summary>How the customer stands, whichever loan is looked at.</summary>
    public static ImmutableArray<ReloanFinding> OfCustomer(CustomerStanding? customer, LoanProduct offered, Brand brand, DateOnly today)
    {
        var (settings, record) = (brand.Settings, customer?.Record ?? new CustomerRecord(0, 0));
        var (open, age) = (customer?.OpenLoans ?? 0, customer?.Age);
        var again = customer?.RejectedOn?.AddDays(settings.RejectionCooldownDays);
        return
        [
            new(ReloanRule.OtherLoans, record.InTrouble == 0, Text(record.InTrouble), "0"),
            new(ReloanRule.LoanCount, record.PaidOut < settings.Reloans.LoansMax, Text(record.PaidOut), Text(settings.Reloans.LoansMax - 1)),
            new(ReloanRule.OpenLoans, offered.LoansPerCustomer is not { } most || open < most, Text(open), offered.LoansPerCustomer is { } limit ? Text(limit - 1) : null),
            new(ReloanRule.Cooldown, again is not { } from || today >= from, again?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new(ReloanRule.NoneCancelled, customer is null || !customer.CancelledFor.Any(settings.NoMoreLoansAfter.Contains)),
            new(ReloanRule.Age, age >= settings.AgeMin && age <= settings.AgeMax, age is { } years ? Text(years) : null, $"{settings.AgeMin}-{settings.AgeMax}"),
        ];
    }

    /// <summary>Days after its pay-by date on which the latest instalment was paid; frozen nights do not count.</summary>
    public static int DaysLateAtWorst(Loan loan)
    {
        var worst = 0;
        foreach (var instalment in loan.Instalments)
            if (instalment.PaidOn is { } paidOn) worst = Math.Max(worst, LoanFigures.DaysLate(loan, instalment, paidOn));
        return worst;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What a loan went through, whatever it stands at now.</summary>
public sealed record ReloanHistory(int DpdMax, bool WasNpa, bool WasChargedOff, bool WasDisputed)
{
    public static ReloanHistory Of(IEnumerable<LoanEvent> events)
    {
        var (loan, was) = (Loan.None, new ReloanHistory(0, false, false, false));
        foreach (var @event in events)
        {
            loan = LoanEvolution.Evolve(loan, @event);
            was = new(
                Math.Max(was.DpdMax, loan.Dpd), was.WasNpa || loan.NpaSince is not null,

                // A charge-off that was taken back is as if it had never been.
                @event is LoanChanged { Change: ChargeOffReversal } ? false : was.WasChargedOff || loan.ChargedOff is not null,
                was.WasDisputed || loan.Hold is { Kind: HoldKind.Disputed });
        }

        return was;
    }
}
