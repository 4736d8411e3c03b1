using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Lending.Api.Onboarding;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Profile;

public static class SaveProfileEndpoint
{
    /// <summary>Names as on the identity documents; the current address with its six-digit postal code (LOS-006).</summary>
    public sealed record Request(
        [CleanText(120)] string FullName,
        [BirthDate] DateOnly BornOn,
        [RegularExpression("^(female|male|other)$")] string Gender,
        [RegularExpression("^(single|married|divorced|widowed)$")] string MaritalStatus,
        [CleanText(120)] string FatherName,
        [CleanText(120)] string MotherName,
        [CleanText(40)] string Religion,
        [CleanText(300)] string Address,
        [RegularExpression("^[1-9][0-9]{5}$")] string Pincode);

    public static void Map(RouteGroupBuilder changes) => changes.MapPut("/profile", HandleAsync).WithName("SaveProfile").WithTags("Profile")
        .WithSummary("Save the basic profile; refused where the Brand does not lend at the postal code");

    private static async Task<Results<Ok<OnboardingAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, Caller caller, OnboardingCustomer customers, FieldCipher cipher, CancellationToken cancellationToken)
    {
        Sealed Seal(Field field, string clear) => cipher.Seal(caller.Brand, field, clear.Trim());
        var profile = new PersonalProfile(
            Seal(Field.Name, request.FullName),
            Seal(Field.BirthDate, request.BornOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new DateOnly(request.BornOn.Year, request.BornOn.Month, 1),
            request.Gender, request.MaritalStatus, Seal(Field.Name, request.FatherName), Seal(Field.Name, request.MotherName),
            request.Religion.Trim(), Seal(Field.Address, request.Address), request.Pincode);
        return OnboardingAnswer.Of(caller, await customers.ExecuteAsync(caller, new SaveProfile(profile), cancellationToken));
    }
}
