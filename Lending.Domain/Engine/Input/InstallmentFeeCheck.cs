namespace Lending.Domain.Engine;

/// <summary>Reads a fee of every instalment: the name of the charge says what it is counted on.</summary>
internal static class InstallmentFeeCheck
{
    private const decimal PercentMax = 100;

    private static readonly Dictionary<string, InstallmentFeeBase> Names = new(StringComparer.Ordinal)
    {
        ["LoanInstallmentFeeFlat"] = InstallmentFeeBase.Flat,
        ["LoanInstallmentFeePercentageAmount"] = InstallmentFeeBase.PercentOfAmount,
        ["LoanInstallmentFeePercentageInterest"] = InstallmentFeeBase.PercentOfInterest,
        ["LoanInstallmentFeePercentageAmountPlusInterest"] = InstallmentFeeBase.PercentOfAmountAndInterest,
    };

    public static InstallmentFee Of(string? name, decimal? amount, Asked asked, string field)
    {
        if (name is null) asked.Refuse(new InputMissing($"{field}.charge"));
        if (!Names.TryGetValue(name ?? "", out var of)) asked.Refuse(new InputNotAChoice($"{field}.charge", string.Join(", ", Names.Keys)));
        return new(of, of is InstallmentFeeBase.Flat
            ? asked.Amount(amount, $"{field}.amount")
            : asked.Number(amount, $"{field}.amount", 0, PercentMax, 6));
    }
}
