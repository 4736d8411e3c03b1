using System.Globalization;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Onboarding;

/// <summary>What a provider has to compare with, opened for the length of one check. Prints nothing of it.</summary>
public sealed record ClearProfile(string FullName, DateOnly BornOn)
{
    public static ClearProfile Of(FieldCipher cipher, string brand, PersonalProfile profile) => new(
        cipher.Open(brand, Field.Name, profile.FullName),
        DateOnly.ParseExact(cipher.Open(brand, Field.BirthDate, profile.BornOn), "yyyy-MM-dd", CultureInfo.InvariantCulture));

    public override string ToString() => nameof(ClearProfile);
}
