using Lending.Domain;
using static Lending.Data.Columns<Lending.Data.CreditLineRow>;

namespace Lending.Data;

/// <summary>A line of credit as lists show it.</summary>
public sealed record CreditLineRow(
    string Brand, string Loan, Money Limit, Money Drawn, Money UnderWay, Money Available, Money MinimumDue, DateOnly? PayBy, DateOnly NextStatement,
    DateOnly ValidThrough, bool Blocked)
{
    internal static readonly Table<CreditLineRow> Table = new("credit_line", 2,
        OfBrand(row => row.Brand),
        Text("loan", row => row.Loan),
        Text("currency", row => row.Limit.Currency.Code),
        Long("credit_limit", row => row.Limit.Minor),
        Long("drawn", row => row.Drawn.Minor),
        Long("under_way", row => row.UnderWay.Minor),
        Long("available", row => row.Available.Minor),
        Long("minimum_due", row => row.MinimumDue.Minor),
        DateOrNull("pay_by", row => row.PayBy),
        Date("next_statement", row => row.NextStatement),
        Date("valid_through", row => row.ValidThrough),
        Flag("blocked", row => row.Blocked));

    /// <summary>Null for a loan that is no line. Nothing in it depends on the day it is asked on.</summary>
    public static CreditLineRow? Of(string brand, string id, Loan loan) => LineFigures.Of(loan, loan.DisbursedOn ?? default) is { } line
        ? new(brand, id, line.Limit, line.Drawn, line.UnderWay, line.Available, line.MinimumDue, line.PayBy, line.NextStatement, line.ValidThrough, loan.Line!.Block is not null)
        : null;
}
