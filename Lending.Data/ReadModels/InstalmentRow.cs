using Lending.Domain;
using Npgsql;
using static Lending.Data.Columns<Lending.Data.InstalmentRow>;

namespace Lending.Data;

/// <summary>An instalment as contracted and as paid. What accrues daily is computed from the loan's state, so that a night's run leaves this table alone.</summary>
public sealed record InstalmentRow(
    string Brand, string Loan, int Number, DateOnly From, DateOnly Due, DateOnly PayBy, Money Principal, Money Interest,
    Money PaidPrincipal, Money PaidInterest, Money PaidPenalty, Money Fee, Money PaidFee, DateOnly? PaidOn)
{
    internal static readonly Table<InstalmentRow> Table = new("instalment", 3,
        OfBrand(row => row.Brand),
        Text("loan", row => row.Loan),
        Int("number", row => row.Number),
        Date("starts_on", row => row.From),
        Date("due_on", row => row.Due),
        Date("pay_by", row => row.PayBy),
        Text("currency", row => row.Principal.Currency.Code),
        Long("principal", row => row.Principal.Minor),
        Long("interest", row => row.Interest.Minor),
        Long("paid_principal", row => row.PaidPrincipal.Minor),
        Long("paid_interest", row => row.PaidInterest.Minor),
        Long("paid_penalty", row => row.PaidPenalty.Minor),
        Long("fee", row => row.Fee.Minor),
        Long("paid_fee", row => row.PaidFee.Minor),
        DateOrNull("paid_on", row => row.PaidOn));

    /// <summary>Takes away what a shorter schedule no longer has.</summary>
    internal static Func<IReadOnlyList<(string Loan, int Left)>, NpgsqlBatchCommand> DeleteBeyond(string brand) => loans =>
    {
        var command = new NpgsqlBatchCommand(
            "DELETE FROM instalment i USING (SELECT unnest($2::text[]) AS loan, unnest($3::integer[]) AS kept) n WHERE i.brand = $1 AND i.loan = n.loan AND i.number > n.kept");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = brand });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. loans.Select(loan => loan.Loan)] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. loans.Select(loan => loan.Left)] });
        return command;
    };

    public static InstalmentRow Of(string brand, string loan, Instalment instalment) => new(
        brand, loan, instalment.Number, instalment.From, instalment.Due, instalment.PayBy, instalment.Principal, instalment.Interest,
        instalment.PaidPrincipal, instalment.PaidInterest, instalment.PaidPenalty,
        instalment.Fee?.Amount ?? Money.Zero(instalment.Principal.Currency), instalment.Fee?.Paid ?? Money.Zero(instalment.Principal.Currency), instalment.PaidOn);
}
