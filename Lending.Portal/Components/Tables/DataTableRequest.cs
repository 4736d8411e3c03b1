namespace Lending.Portal.Components;

/// <summary>One column of an order.</summary>
public sealed record SortBy(string Column, bool Descending);

/// <summary>Asks for the rows after a key, in an order. AfterKey is the NextKey of the page before, or null for the first.</summary>
public sealed record DataTableRequest(string? AfterKey, int Take, IReadOnlyList<SortBy> Sorts, string? Search);

/// <summary>A page of rows. Total and Totals are of the whole filter, not of the page; Totals are texts by column id.</summary>
public sealed record DataTablePage<TRow>(
    IReadOnlyList<TRow> Rows, long Total, IReadOnlyDictionary<string, string>? Totals = null, string? NextKey = null);
