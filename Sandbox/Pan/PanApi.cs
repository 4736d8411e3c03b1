using Sandbox.People;
using Sandbox.Switches;

namespace Sandbox.Pan;

/// <summary>The register of PANs.</summary>
internal static class PanApi
{
    internal static void Map(IEndpointRouteBuilder app) =>
        app.MapGroup("/pan").AddEndpointFilter(new SwitchFilter(Capability.Pan)).MapPost("/checks", Check);

    private static IResult Check(Request request, SwitchBoard switches)
    {
        var pan = request.Pan.ToUpperInvariant();
        var reference = References.Of("pan", $"{pan}:{request.Name}:{request.DateOfBirth:O}");
        if (!Formats.Pan.IsMatch(pan) || Magic.Digits(pan) == Magic.PanNotFound)
            return TypedResults.Ok(new Answer("not_found", false, false, false, false, null, reference));

        var digits = Magic.Digits(pan);
        var name = digits == Magic.PanOtherName ? NameBook.OtherName(pan, request.Name) : request.Name;
        var sameName = digits != Magic.PanOtherName;
        var sameBirthDate = digits != Magic.PanOtherBirthDate;

        // Contradicting itself: matched, but nothing does.
        if (switches.Of(Capability.Pan).Contradict) (sameName, sameBirthDate, name) = (false, false, NameBook.OtherName(pan, request.Name));
        var matched = switches.Of(Capability.Pan).Contradict || (sameName && sameBirthDate);
        return TypedResults.Ok(new Answer(
            matched ? "matched" : "mismatch", sameName, sameBirthDate,
            digits != Magic.PanNotLinked, digits == Magic.PanFraud, name, reference));
    }

    internal sealed record Request(string Pan, string Name, DateOnly DateOfBirth);

    internal sealed record Answer(
        string Outcome, bool NameMatches, bool DateOfBirthMatches, bool AadhaarLinked, bool FraudFlag, string? HolderName, string ProviderReference);
}
