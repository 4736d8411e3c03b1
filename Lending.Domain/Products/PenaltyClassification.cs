namespace Lending.Domain;

/// <summary>
/// A class of lateness in a Brand's catalogue (UBU-055): so many days past due in a currency, and what reaching the first of them costs once, a percentage or a
/// sum. A version never changes; the code and the currency are those of all its versions. ToDpd is null without end.
/// </summary>
public sealed record PenaltyClassification(string Code, int Version, string Name, Currency Currency, int FromDpd, int? ToDpd, decimal? Percent, Money? Fixed)
{
    /// <summary>As a band of a product's late charges.</summary>
    internal LateBand Band => new(Name, FromDpd, Percent, Fixed) { ToDpd = ToDpd, Classification = Code, ClassificationVersion = Version };
}

/// <summary>The code is taken; a change of that classification is its next version.</summary>
public sealed record ClassificationExists()
    : Refusal(RefusalKind.Conflict, "classification_exists", "There is a classification of this code. Add a version of it.", "code");

public sealed record ClassificationNotFound()
    : Refusal(RefusalKind.NotFound, "classification_not_found", "There is no such version of this classification.", "version");

/// <summary>A classification is in one currency for ever: products refer to it by code.</summary>
public sealed record ClassificationCurrencyDiffers()
    : Refusal(RefusalKind.Unprocessable, "classification_currency_differs", "A classification keeps its currency; make another one.", "currency");

/// <summary>New loans are still made by it.</summary>
public sealed record ClassificationInUse(string By)
    : Refusal(RefusalKind.Conflict, "classification_in_use", $"It cannot be retired while {By} makes loans by it.", "code");

/// <summary>Somebody else has added a version in this moment.</summary>
public sealed record ClassificationChangedMeanwhile()
    : Refusal(RefusalKind.Conflict, "classification_changed", "Somebody else has just added a version. Look at it and try again.");

/// <summary>A Brand has at most so many codes.</summary>
public sealed record ClassificationsFull(int Most) : Refusal(RefusalKind.Conflict, "classifications_full", $"A Brand has at most {Most} classifications.");
