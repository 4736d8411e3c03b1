using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>Interest in suspense becomes income when it is paid: the oldest interest is income first, so suspense is what is left unpaid at most.</summary>
internal static class Suspense
{
    /// <summary>What stays in suspense once the instalments stand like this.</summary>
    public static Money Left(Loan before, ImmutableArray<Instalment> after)
    {
        if (before.SuspendedInterest.IsZero) return before.SuspendedInterest;
        return Money.Min(before.SuspendedInterest, UnpaidOf(after, before.Currency));
    }

    /// <summary>Interest earned and not paid.</summary>
    public static Money UnpaidOf(ImmutableArray<Instalment> instalments, Currency currency)
    {
        var unpaid = Money.Zero(currency);
        foreach (var instalment in instalments) unpaid += instalment.AccruedInterestLeft;
        return unpaid;
    }

    /// <summary>What becomes income.</summary>
    public static Money Realised(Loan before, ImmutableArray<Instalment> after) => before.SuspendedInterest - Left(before, after);
}
