using Lending.Domain;
using Npgsql;

namespace Lending.Data;

/// <summary>Columns of a row by position, null where the column is null.</summary>
internal static class Reading
{
    public static string? TextOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateOnly Date(this NpgsqlDataReader row, int column) => row.GetFieldValue<DateOnly>(column);

    public static DateOnly? DateOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    public static DateTimeOffset Instant(this NpgsqlDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);

    public static DateTimeOffset? InstantOrNull(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    public static int? IntOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static Money Money(this NpgsqlDataReader row, int column, Currency currency) => new(row.GetInt64(column), currency);

    public static Money? MoneyOrNull(this NpgsqlDataReader row, int column, Currency currency) =>
        row.IsDBNull(column) ? null : new Money(row.GetInt64(column), currency);

    public static T Named<T>(this NpgsqlDataReader row, int column) where T : struct, Enum => Enum.Parse<T>(row.GetString(column));
}
