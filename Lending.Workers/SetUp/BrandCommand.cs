using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lending.Data;
using Lending.Domain;

namespace Lending.Workers.SetUp;

/// <summary>Makes a Brand: <c>add-brand --code saffron --name … --legal-name … --legal-address …</c>.</summary>
public sealed class BrandCommand(Brands brands, Administration administration, SetUpOutput output, TimeProvider clock)
{
    private static readonly string[] Options =
        ["code", "name", "legal-name", "legal-address", "time-zone", "business-date", "follows-the-clock", "settings"];

    public async Task<int> AddAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var words = CommandWords.Parse(args, Options);
        if (words.IsRefused) return output.Invalid(words.Refusal);
        var read = await ReadAsync(words.Value, cancellationToken);
        if (read.IsRefused) return output.Invalid(read.Refusal);
        var brand = read.Value;
        if (BrandRules.Check(brand) is { IsEmpty: false } broken) return output.Invalid([.. broken]);

        if (await administration.AddBrandAsync(brand, SetUpContext.Of(brand.Code, "add-brand", brand.Code), cancellationToken))
            return output.Done($"Brand {brand.Code} \"{brand.Name}\" is there. Business date {brand.BusinessDate:yyyy-MM-dd}, {brand.TimeZone}.");

        var present = (await brands.FindAsync(brand.Code, cancellationToken))!;
        return IsSame(present, brand)
            ? output.Done($"Brand {brand.Code} was there already, with the same name and settings. Nothing was changed.")
            : output.Refused($"There is a Brand {brand.Code} with another name, time zone or settings. Nothing was changed.");
    }

    private async Task<Outcome<Brand>> ReadAsync(CommandWords words, CancellationToken cancellationToken)
    {
        var zoneId = words.Options.GetValueOrDefault("time-zone", "Asia/Kolkata");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zoneId, out var zone)) return new InputInvalid("time-zone", "is not known; write one such as Asia/Kolkata");
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);
        var date = today;
        if (words.Options.TryGetValue("business-date", out var asked)
            && (!DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) || date > today || date < today.AddYears(-1)))
            return new InputInvalid("business-date", "a day such as 2026-11-22, of the last year and not after today");
        var follows = words.Options.GetValueOrDefault("follows-the-clock", "true");
        if (follows is not ("true" or "false")) return new InputInvalid("follows-the-clock", "true or false");

        var settings = new BrandSettings();
        if (words.Options.TryGetValue("settings", out var file))
        {
            var read = await SetUpFile.ReadAsync<BrandSettings>(file, new Dictionary<string, JsonNode>(), cancellationToken);
            if (read.IsRefused) return read.Refusal;
            settings = read.Value;
        }
        return new Brand(words.Of("code"), words.Of("name"), zoneId, date, settings with
        {
            LegalName = words.Options.GetValueOrDefault("legal-name", settings.LegalName),
            LegalAddress = words.Options.GetValueOrDefault("legal-address", settings.LegalAddress),
            FollowsTheClock = words.Options.ContainsKey("follows-the-clock") ? follows == "true" : settings.FollowsTheClock,
        });
    }

    /// <summary>The business date has moved on since, so it does not count.</summary>
    private static bool IsSame(Brand present, Brand asked) =>
        present.Name == asked.Name && present.TimeZone == asked.TimeZone
        && JsonSerializer.Serialize(present.Settings, JournalJson.Options) == JsonSerializer.Serialize(asked.Settings, JournalJson.Options);
}
