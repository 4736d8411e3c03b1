using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>A product as it is for one loan: the settings it shares with all, with what this loan has otherwise. Making it twice changes nothing.</summary>
internal static class OverriddenProduct
{
    public static LoanProduct Of(LoanProduct product, TermOverrides own) => product with
    {
        RatePercent = own.RatePercent ?? product.RatePercent,
        Fees = own.Fees.IsEmpty ? product.Fees : [.. product.Fees.Select(fee => Find(own.Fees, fee.Code) is { } price ? fee with { Percent = price.Percent, Fixed = price.Fixed } : fee)],
        Penalty = product.LateCharges is null
            ? new(own.LatePercent ?? product.Penalty.DailyPercent, own.GraceDays ?? product.Penalty.GraceDays, own.LateCap ?? product.Penalty.Cap)
            : product.Penalty,
        LateCharges = product.LateCharges is { } late ? LateOf(late, own) : null,
        Instalments = InstalmentsOf(product, own),
        Prepayment = PrepaymentOf(product.Prepayment, own),
    };

    private static LateChargeTerms LateOf(LateChargeTerms late, TermOverrides own) => late with
    {
        Percent = own.LatePercent ?? late.Percent,
        Fixed = own.LateFixed ?? late.Fixed,
        Cap = own.LateCap ?? late.Cap,
        GraceDays = own.GraceDays ?? late.GraceDays,
        Bands = own.LateBands.IsEmpty ? late.Bands : [.. late.Bands.Select(band => Find(own.LateBands, band.Name) is { } price ? band with { Percent = price.Percent, Fixed = price.Fixed } : band)],
    };

    private static InstalmentTerms? InstalmentsOf(LoanProduct product, TermOverrides own)
    {
        if ((own.GracePrincipal ?? own.GraceInterestPayment ?? own.InterestFree ?? own.DueDay ?? own.FirstDueAfterDays) is null) return product.Instalments;
        var terms = product.Instalments ?? InstalmentTerms.Monthly;
        return terms with
        {
            GracePrincipal = own.GracePrincipal ?? terms.GracePrincipal,
            GraceInterestPayment = own.GraceInterestPayment ?? terms.GraceInterestPayment,
            InterestFree = own.InterestFree ?? terms.InterestFree,
            DueDay = own.DueDay ?? terms.DueDay,
            FirstDueAfterDays = own.FirstDueAfterDays ?? terms.FirstDueAfterDays,
        };
    }

    private static PrepaymentTerms? PrepaymentOf(PrepaymentTerms? terms, TermOverrides own) => (own.PartPrepaymentPercent ?? own.ForeclosurePercent) is null
        ? terms
        : (terms ?? new(0m, 0m, 0m)) with
        {
            PartPercent = own.PartPrepaymentPercent ?? terms?.PartPercent ?? 0m, ForeclosurePercent = own.ForeclosurePercent ?? terms?.ForeclosurePercent ?? 0m,
        };

    private static ChargeOverride? Find(ImmutableArray<ChargeOverride> prices, string code)
    {
        foreach (var price in prices)
            if (price.Code == code) return price;
        return null;
    }
}
