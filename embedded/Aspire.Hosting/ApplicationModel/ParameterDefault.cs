using System.Security.Cryptography;
using System.Text.Json;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a parameter gets a value when none is given.</summary>
public abstract class ParameterDefault
{
    /// <summary>Makes a value.</summary>
    public abstract string GetDefaultValue();

    internal abstract void WriteToManifest(Utf8JsonWriter writer);
}

/// <summary>A random value.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    private const string LowerLetters = "abcdefghjkmnpqrstuvwxyz";
    private const string UpperLetters = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string SpecialSigns = "-_.{}~()*+!";

    /// <summary>The length at least.</summary>
    public int MinLength { get; set; }

    /// <summary>Whether small letters are used.</summary>
    public bool Lower { get; set; } = true;

    /// <summary>Whether capital letters are used.</summary>
    public bool Upper { get; set; } = true;

    /// <summary>Whether digits are used.</summary>
    public bool Numeric { get; set; } = true;

    /// <summary>Whether other signs are used.</summary>
    public bool Special { get; set; } = true;

    /// <inheritdoc />
    public override string GetDefaultValue()
    {
        var signs = (Lower ? LowerLetters : "") + (Upper ? UpperLetters : "") + (Numeric ? Digits : "") + (Special ? SpecialSigns : "");
        if (signs.Length == 0) throw new InvalidOperationException("A generated parameter needs at least one kind of sign.");
        return RandomNumberGenerator.GetString(signs, Math.Max(1, MinLength));
    }

    internal override void WriteToManifest(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("generate");
        writer.WriteNumber("minLength", MinLength);
        if (!Lower) writer.WriteBoolean("lower", false);
        if (!Upper) writer.WriteBoolean("upper", false);
        if (!Numeric) writer.WriteBoolean("numeric", false);
        if (!Special) writer.WriteBoolean("special", false);
        writer.WriteEndObject();
    }
}
