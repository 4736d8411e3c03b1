using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>What a product asks for money that comes before it is due: on a part of the principal, or on all of it when the loan is closed.</summary>
public static class EarlyCharges
{
    /// <summary>The charge for closing the loan on a day; null when it costs nothing (nothing is to come, it is free by now, or the product has none).</summary>
    public static Charge? OfForeclosure(Loan loan, LoanProduct? product, DateOnly today)
    {
        if (product?.Prepayment is not { ForeclosurePercent: > 0m } terms || loan.ChargedOff is not null || IsFree(loan, terms, today)) return null;
        var early = PrincipalToCome(loan, today);
        return early.IsPositive
            ? Of("foreclosure", "Foreclosure charge", early.Minor * terms.ForeclosurePercent / 100m, terms.GstPercent, product)
            : null;
    }

    /// <summary>The charge inside money of which the rest lowers the principal; null when it costs nothing.</summary>
    internal static Charge? InsideOf(Loan loan, Money money, LoanProduct product, DateOnly today)
    {
        if (product.Prepayment is not { PartPercent: > 0m } terms || loan.ChargedOff is not null || IsFree(loan, terms, today)) return null;
        var share = terms.PartPercent / 100m;
        return Of("prepayment", "Prepayment charge", money.Minor * share / (1m + (share * (1m + (terms.GstPercent / 100m)))), terms.GstPercent, product);
    }

    /// <summary>
    /// Of money that repays everything owed but falls short of the payoff, which has the charge for closing in it: that charge on the principal it repays, and the
    /// principal it leaves. What is missing is then what is left with its own charge, so the payoff falls by the money. Null where the money is less, or closing is free.
    /// </summary>
    internal static (Charge Charge, Money Left)? OfClosingInPart(Loan loan, Money money, LoanProduct product, DateOnly today)
    {
        if (money < LoanFigures.PayoffOf(loan) || OfForeclosure(loan, product, today) is null) return null;
        var terms = product.Prepayment!;
        var (share, missing) = (terms.ForeclosurePercent / 100m, LoanFigures.PayoffOf(loan, product, today) - money);
        var left = new Money((long)Math.Ceiling(missing.Minor / (1m + (share * (1m + (terms.GstPercent / 100m))))), loan.Currency);
        return (Of("foreclosure", "Foreclosure charge", (PrincipalToCome(loan, today) - left).Minor * share, terms.GstPercent, product), left);
    }

    private static bool IsFree(Loan loan, PrepaymentTerms terms, DateOnly today) =>
        today <= loan.ExitBy
        || (terms.FreeWhileCoolingOff && today <= loan.CoolingOffUntil)
        || (terms.FreeAfterInstalments is { } paid && loan.Instalments.Count(instalment => instalment.IsPaid && !instalment.IsVoid) >= paid);

    private static Money PrincipalToCome(Loan loan, DateOnly today) =>
        Replanning.Sum(loan, [.. loan.Instalments.Where(instalment => instalment.Due > today)], instalment => instalment.PrincipalLeft);

    private static Charge Of(string code, string name, decimal exact, decimal gstPercent, LoanProduct product)
    {
        var fee = Money.Round(exact, product.Currency, product.Rounding);
        return new Charge(code, name, fee, Money.Round(fee.Minor * gstPercent / 100m, product.Currency, product.Rounding));
    }
}
