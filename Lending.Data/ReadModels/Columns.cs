using Npgsql;
using NpgsqlTypes;

namespace Lending.Data;

/// <summary>What an update does with a column.</summary>
internal enum OnUpdate { Replace, Keep, KeepWhenNull }

/// <summary>One column of a table: its name, its PostgreSQL type, and its values as one array parameter for any number of rows.</summary>
internal abstract class Column<T>(string name, string type, OnUpdate onUpdate)
{
    public string Name => name;

    public string Type => type;

    public OnUpdate OnUpdate => onUpdate;

    /// <summary>How the parameter's value for each row is written in a select list. Arrays unfold side by side, row by row.</summary>
    public virtual string Unfolded(int parameter) => $"unnest(${parameter}::{type}[])";

    public abstract NpgsqlParameter ValuesOf(IReadOnlyList<T> rows);
}

/// <summary>A column that is the same in all rows that are written together, and so travels once.</summary>
internal sealed class SharedColumn<T>(string name, Func<T, string> value) : Column<T>(name, "text", OnUpdate.Replace)
{
    public override string Unfolded(int parameter) => $"${parameter}::text";

    public override NpgsqlParameter ValuesOf(IReadOnlyList<T> rows) =>
        new NpgsqlParameter<string> { TypedValue = value(rows[0]), NpgsqlDbType = NpgsqlDbType.Text };
}

internal sealed class Column<T, TValue>(string name, string type, NpgsqlDbType dbType, Func<T, TValue> value, OnUpdate onUpdate)
    : Column<T>(name, type, onUpdate)
{
    public override NpgsqlParameter ValuesOf(IReadOnlyList<T> rows)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
        return new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | dbType };
    }
}

/// <summary>Columns by the type of their values.</summary>
internal static class Columns<T>
{
    /// <summary>Rows of one Brand only are written together.</summary>
    public static Column<T> OfBrand(Func<T, string> value) => new SharedColumn<T>("brand", value);

    public static Column<T> Text(string name, Func<T, string?> value, OnUpdate onUpdate = OnUpdate.Replace) =>
        new Column<T, string?>(name, "text", NpgsqlDbType.Text, value, onUpdate);

    public static Column<T> Json(string name, Func<T, string> value) => new Column<T, string>(name, "jsonb", NpgsqlDbType.Jsonb, value, OnUpdate.Replace);

    public static Column<T> Int(string name, Func<T, int> value, OnUpdate onUpdate = OnUpdate.Replace) =>
        new Column<T, int>(name, "integer", NpgsqlDbType.Integer, value, onUpdate);

    public static Column<T> Long(string name, Func<T, long> value, OnUpdate onUpdate = OnUpdate.Replace) =>
        new Column<T, long>(name, "bigint", NpgsqlDbType.Bigint, value, onUpdate);

    public static Column<T> LongOrNull(string name, Func<T, long?> value) =>
        new Column<T, long?>(name, "bigint", NpgsqlDbType.Bigint, value, OnUpdate.Replace);

    public static Column<T> Flag(string name, Func<T, bool> value) => new Column<T, bool>(name, "boolean", NpgsqlDbType.Boolean, value, OnUpdate.Replace);

    public static Column<T> Date(string name, Func<T, DateOnly> value) => new Column<T, DateOnly>(name, "date", NpgsqlDbType.Date, value, OnUpdate.Replace);

    public static Column<T> DateOrNull(string name, Func<T, DateOnly?> value, OnUpdate onUpdate = OnUpdate.Replace) =>
        new Column<T, DateOnly?>(name, "date", NpgsqlDbType.Date, value, onUpdate);

    public static Column<T> Instant(string name, Func<T, DateTimeOffset> value, OnUpdate onUpdate = OnUpdate.Replace) =>
        new Column<T, DateTimeOffset>(name, "timestamptz", NpgsqlDbType.TimestampTz, value, onUpdate);

    public static Column<T> InstantOrNull(string name, Func<T, DateTimeOffset?> value, OnUpdate onUpdate = OnUpdate.Replace) =>
        new Column<T, DateTimeOffset?>(name, "timestamptz", NpgsqlDbType.TimestampTz, value, onUpdate);

    public static Column<T> Bytes(string name, Func<T, byte[]> value) => new Column<T, byte[]>(name, "bytea", NpgsqlDbType.Bytea, value, OnUpdate.Replace);

    public static Column<T> Id(string name, Func<T, Guid> value) => new Column<T, Guid>(name, "uuid", NpgsqlDbType.Uuid, value, OnUpdate.Replace);
}
