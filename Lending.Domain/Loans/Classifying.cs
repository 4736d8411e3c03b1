using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>
/// What being late does to how a loan counts: its class, interest that is no income while it does not perform, and what is set aside against its loss
/// (RF-008, UBU-063, GAP-55). Worked out every night from the loan as it stands, so it is all reversed when the arrears are gone.
/// </summary>
internal static class Classifying
{
    private const int NpaDays = 91;

    /// <summary>The days past due from which a loan does not perform: above 90, or from an earlier threshold of its product.</summary>
    public static int NpaFrom(LoanProduct? product) => product is { DaysToNpa: < NpaDays - 1 and var days } ? days : NpaDays;

    public static AssetClass ClassOf(Loan loan, LoanProduct? product, int dpd) =>
        loan.NpaSince is not null || loan.ChargedOff is not null || dpd >= NpaFrom(product) ? AssetClass.Npa
        : dpd > 60 ? AssetClass.Sma2
        : dpd > 30 ? AssetClass.Sma1
        : dpd > 0 ? AssetClass.Sma0
        : AssetClass.Standard;

    /// <summary>Whether the interest of the loan's next night is no income because the loan does not perform, or is charged off.</summary>
    public static bool SuspendsInterest(Loan loan, LoanProduct product) => loan.ChargedOff is not null || (loan.NpaSince is not null && product.SuspendInterestWhenNpa);

    /// <summary>The night with its consequences; its accruals, payments and days past due are there already.</summary>
    public static DayClosed Of(Loan loan, DayClosed day, LoanProduct product)
    {
        var npa = day.Dpd > 0 && (loan.NpaSince is not null || day.Dpd >= NpaFrom(product));
        if (!npa && loan.NpaSince is null && product.Provision.IsEmpty) return day;

        if (npa) day = day with { Npa = true };
        if (loan.ChargedOff is not null) return day;
        if ((npa || loan.NpaSince is not null) && SuspendedBy(loan, day, product) is { IsZero: false } suspended) day = day with { Suspended = suspended };
        var provision = ProvisionOf(loan, day, product);
        return provision == loan.Provision ? day : day with { Provision = provision };
    }

    /// <summary>The state after the night, besides its money.</summary>
    public static Loan Apply(Loan loan, DayClosed day) => day.Npa || loan.NpaSince is not null || day.Provision is not null
        ? loan with { NpaSince = day.Npa ? loan.NpaSince ?? day.Date.AddDays(1) : null, Provision = day.Provision ?? loan.Provision }
        : loan;

    /// <summary>An account that has ended is not late any more, and nothing is set aside for it.</summary>
    public static Loan Ended(Loan loan) => loan.NpaSince is null && loan.Provision.IsZero
        ? loan
        : loan with { NpaSince = null, Provision = Money.Zero(loan.Currency) };

    /// <summary>While the loan does not perform, all interest not paid is in suspense; when it performs again, all of it is income, unless it is in dispute.</summary>
    private static Money SuspendedBy(Loan loan, DayClosed day, LoanProduct product)
    {
        var after = DayClosing.Apply(loan, day);
        if (!day.Npa)
            return loan.Hold is { Kind: HoldKind.Disputed } ? Money.Zero(loan.Currency) : -after.SuspendedInterest;
        return product.SuspendInterestWhenNpa ? Suspense.UnpaidOf(after.Instalments, loan.Currency) - after.SuspendedInterest : Money.Zero(loan.Currency);
    }

    private static Money ProvisionOf(Loan loan, DayClosed day, LoanProduct product)
    {
        var percent = 0m;
        var dpd = day.Npa ? Math.Max(day.Dpd, NpaFrom(product)) : day.Dpd;
        foreach (var band in product.Provision)
            if (band.FromDpd <= dpd) percent = band.Percent;
        if (percent == 0m) return Money.Zero(loan.Currency);

        var owed = 0L;
        foreach (var instalment in loan.Instalments) owed += instalment.PrincipalLeft.Minor;
        foreach (var paid in day.FromAdvance) owed -= paid.Principal.Minor;
        return Money.Round(owed * percent / 100m, loan.Currency, product.Rounding);
    }
}
