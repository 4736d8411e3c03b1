using Npgsql;

namespace Lending.Data;

/// <summary>
/// Writes many rows of one table in one statement: every column travels as an array, so the statement's text is the same for one row
/// and for a thousand and stays prepared. The first columns are the key.
/// </summary>
internal sealed class Table<T>
{
    private readonly Column<T>[] _columns;
    private readonly string _insert;
    private readonly string _insertNew;
    private readonly string _update;
    private readonly string _upsert;
    private readonly string _correct;
    private readonly string _differing;

    public Table(string name, int keys, params Column<T>[] columns)
    {
        _columns = columns;
        var names = string.Join(", ", columns.Select(column => column.Name));
        // Arrays unfolded side by side in the select list are read row by row; as a function in FROM they would be gathered into a table first.
        var rows = $"SELECT {string.Join(", ", columns.Select((column, i) => $"{column.Unfolded(i + 1)} AS {column.Name}"))}";
        var key = string.Join(", ", columns.Take(keys).Select(column => column.Name));
        var replaced = columns.Skip(keys).Where(column => column.OnUpdate is not OnUpdate.Keep).ToArray();
        string Sets(string source) => string.Join(", ", replaced.Select(column => column.OnUpdate is OnUpdate.KeepWhenNull
            ? $"{column.Name} = coalesce({source}.{column.Name}, {name}.{column.Name})"
            : $"{column.Name} = {source}.{column.Name}"));
        string Row(string source) => string.Join(", ", columns.Skip(keys).Select(column => $"{source}.{column.Name}"));

        _insert = $"INSERT INTO {name} ({names}) {rows}";
        _insertNew = $"{_insert} ON CONFLICT DO NOTHING";
        _update = $"UPDATE {name} SET {Sets("n")} FROM ({rows}) AS n WHERE "
            + string.Join(" AND ", columns.Take(keys).Select(column => $"{name}.{column.Name} = n.{column.Name}"));
        _upsert = $"{_insert} ON CONFLICT ({key}) DO UPDATE SET {Sets("excluded")}";
        _correct = $"{_insert} ON CONFLICT ({key}) DO UPDATE SET "
            + string.Join(", ", columns.Skip(keys).Select(column => $"{column.Name} = excluded.{column.Name}"))
            + $" WHERE ({Row(name)}) IS DISTINCT FROM ({Row("excluded")})";
        var joined = string.Join(" AND ", columns.Take(keys).Select(column => $"{name}.{column.Name} = n.{column.Name}"));
        var label = string.Join(" || ' ' || ", columns.Skip(1).Take(keys - 1).Select(column => $"n.{column.Name}::text"));
        _differing = $"SELECT {label} FROM ({rows}) AS n LEFT JOIN {name} ON {joined} "
            + $"WHERE ({Row(name)}) IS DISTINCT FROM ({Row("n")}) ORDER BY 1 LIMIT 1";
        Name = name;
    }

    public string Name { get; }

    public NpgsqlBatchCommand Insert(IReadOnlyList<T> rows) => Of(_insert, rows);

    /// <summary>Leaves rows alone whose key is there.</summary>
    public NpgsqlBatchCommand InsertNew(IReadOnlyList<T> rows) => Of(_insertNew, rows);

    public NpgsqlBatchCommand Update(IReadOnlyList<T> rows) => Of(_update, rows);

    public NpgsqlBatchCommand Upsert(IReadOnlyList<T> rows) => Of(_upsert, rows);

    /// <summary>Inserts what is missing and replaces what differs, so the number of rows touched is the number of rows that were wrong.</summary>
    public NpgsqlBatchCommand Correct(IReadOnlyList<T> rows) => Of(_correct, rows);

    /// <summary>Reads the key, without the Brand, of the first row that the table lacks or has otherwise.</summary>
    public NpgsqlBatchCommand Differing(IReadOnlyList<T> rows) => Of(_differing, rows);

    private NpgsqlBatchCommand Of(string sql, IReadOnlyList<T> rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in _columns) command.Parameters.Add(column.ValuesOf(rows));
        return command;
    }
}
