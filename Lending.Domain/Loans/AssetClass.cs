namespace Lending.Domain;

/// <summary>
/// How a loan is classified by the Reserve Bank of India: special mention accounts by days past due (1 to 30, 31 to 60, 61 to 90), and not performing
/// above 90 until all arrears are cleared, not only those beyond 90 (RBI/2021-2022/125).
/// </summary>
public enum AssetClass { Standard, Sma0, Sma1, Sma2, Npa }
