using Lending.Domain;
using Npgsql;
using static Lending.Data.Columns<Lending.Data.LoanStateRow>;

namespace Lending.Data;

/// <summary>
/// What a loan is loaded from: its state as it was after one of its events. It is written when a loan begins, at every day's end, and whenever the version passes a
/// multiple of <see cref="Every"/>; the few events since are applied when it is read. A payment so writes a narrow row and no state.
/// </summary>
internal sealed record LoanStateRow(string Brand, string Id, Loan Loan)
{
    private const int Every = 16;

    /// <summary>Joined to a loan l, as s.</summary>
    public const string Join = "LEFT JOIN loan_state s ON s.brand = l.brand AND s.id = l.id";

    /// <summary>Two columns for <see cref="Read"/>: the state, and each event since as its type, a space and its payload. One statement sees one moment, so they fit.</summary>
    public const string Columns =
        """
        s.state, CASE WHEN s.version IS DISTINCT FROM l.version THEN ARRAY(
          SELECT j.type || ' ' || j.payload FROM journal j WHERE j.stream = l.brand || '/' || l.id AND j.version > coalesce(s.version, 0) ORDER BY j.version) END
        """;

    public static readonly Table<LoanStateRow> Table = new("loan_state", 2,
        OfBrand(row => row.Brand),
        Text("id", row => row.Id),
        Int("version", row => row.Loan.Version),
        Text("state", row => StateJson.Of(row.Loan)));

    /// <summary>Whether the state is written with a command that moves the loan from one to the other.</summary>
    public static bool IsDue(Loan before, Loan after) => before.Version == 0 || before.Version / Every != after.Version / Every;

    /// <summary>The loan as it is now, from the two columns.</summary>
    public static Loan Read(NpgsqlDataReader row, int column)
    {
        var loan = row.IsDBNull(column) ? Loan.None : StateJson.LoanOf(row.GetString(column));
        if (row.IsDBNull(column + 1)) return loan;
        foreach (var text in row.GetFieldValue<string[]>(column + 1))
        {
            var space = text.IndexOf(' ', StringComparison.Ordinal);
            loan = LoanEvolution.Evolve(loan, (LoanEvent)JournalJson.FactOf(text[..space], text[(space + 1)..]));
        }

        return loan;
    }
}
