using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>What a refusal means to a caller; each kind has one HTTP status, mapped in one place.</summary>
public enum RefusalKind
{
    /// <summary>The input breaks a rule of the product or the Brand (422).</summary>
    Unprocessable,

    /// <summary>The record's state does not allow it now (409).</summary>
    Conflict,

    /// <summary>There is no such thing for this caller (404).</summary>
    NotFound,

    /// <summary>The caller may see it but not do it (403).</summary>
    Forbidden,
}

/// <summary>
/// A rule that refused a command. Expected, so returned and never thrown. Code is public contract;
/// Message is safe to show and to log (never a name, number or account). Field names the input at fault.
/// </summary>
[JsonConverter(typeof(RefusalJson))]
public abstract record Refusal(RefusalKind Kind, string Code, string Message, string? Field = null);

/// <summary>The answer to a command or a question: a value, or the refusal.</summary>
public sealed record Outcome<T>(T? Value, Refusal? Refusal)
{
    [System.Text.Json.Serialization.JsonIgnore]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Refusal))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(T value) => new(value, null);
}
