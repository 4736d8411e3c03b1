namespace Lending.Portal.Components;

/// <summary>How an amount is drawn: with symbol and minor units, for a cell, for a key figure, or without empty minor units.</summary>
public enum MoneyShape { Full, Cell, Compact, Short }
