namespace Orleans.Runtime;

/// <summary>A part of a grain's identity: text whose hash is computed once.</summary>
public readonly struct IdSpan : IEquatable<IdSpan>
{
    private readonly string? _text;
    private readonly int _hash;

    private IdSpan(string text) => (_text, _hash) = (text, text.GetHashCode());

    public bool IsDefault => _text is null;

    public static IdSpan Create(string id) => new(id ?? throw new ArgumentNullException(nameof(id)));

    public bool Equals(IdSpan other) => _hash == other._hash && string.Equals(_text, other._text, StringComparison.Ordinal);
    public override bool Equals(object? obj) => obj is IdSpan other && Equals(other);
    public override int GetHashCode() => _hash;
    public override string ToString() => _text ?? "";

    public static bool operator ==(IdSpan left, IdSpan right) => left.Equals(right);
    public static bool operator !=(IdSpan left, IdSpan right) => !left.Equals(right);
}
