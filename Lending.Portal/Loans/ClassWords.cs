using Lending.Domain;

namespace Lending.Portal.Loans;

/// <summary>Asset classes as people write them.</summary>
public static class ClassWords
{
    public static string Of(AssetClass value) => value switch
    {
        AssetClass.Standard => "Standard",
        AssetClass.Sma0 => "SMA-0",
        AssetClass.Sma1 => "SMA-1",
        AssetClass.Sma2 => "SMA-2",
        AssetClass.Npa => "NPA",
    };
}
