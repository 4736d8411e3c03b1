using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Lending.Domain;

/// <summary>The code of every kind of change, as the journal spells it: "rate", "due-date".</summary>
public static class ChangeKinds
{
    private static readonly FrozenDictionary<Type, string> Codes = typeof(LoanChange).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(known => known.DerivedType, known => (string)known.TypeDiscriminator!);

    public static string CodeOf(LoanChange change) => Codes[change.GetType()];
}
