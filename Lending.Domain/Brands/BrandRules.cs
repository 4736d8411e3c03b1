using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Lending.Domain;

/// <summary>What a new Brand has to be like. Its time zone is checked where the zones are known.</summary>
public static partial class BrandRules
{
    private const string BucketsAre = "1 to 20 buckets, each named otherwise, the first from 0 days past due, each later one from more";

    /// <summary>Empty when all is well; else each input at fault, by the name it has in a settings file or as an option.</summary>
    public static ImmutableArray<InputInvalid> Check(Brand brand)
    {
        var settings = brand.Settings;
        var rules = new InputRules()
            .Must(BrandCode().IsMatch(brand.Code), "code", "2 to 31 lower-case letters, digits and hyphens, a letter first")
            .Text(brand.Name, 100, "name")
            .Text(settings.LegalName, 200, "legal-name")
            .Text(settings.LegalAddress, 300, "legal-address")
            .Must(settings.MinimumLoan.IsPositive, "minimumLoan", "must be above zero")
            .Between(settings.AgeMin, 18, 100, "ageMin")
            .Between(settings.AgeMax, settings.AgeMin, 100, "ageMax")
            .Between(settings.RejectionCooldownDays, 0, 3_650, "rejectionCooldownDays")
            .Must(!settings.NoMoreLoansAfter.IsDefault && settings.NoMoreLoansAfter.Distinct().Count() == settings.NoMoreLoansAfter.Length && settings.NoMoreLoansAfter.All(Enum.IsDefined),
                "noMoreLoansAfter", "Rejected, Returned, Fraud or Death, each once")
            .Between(settings.ESignLinkDays, 0, 90, "eSignLinkDays")
            .Must(!settings.ReminderDays.IsDefault && settings.ReminderDays.Length <= 20 && settings.ReminderDays.All(days => days is >= 0 and <= 60)
                && settings.ReminderDays.Distinct().Count() == settings.ReminderDays.Length, "reminderDays", "at most 20 different numbers of days, each 0 to 60")
            .Between(settings.OverdueReminderEveryDays, 0, 60, "overdueReminderEveryDays")
            .Must(settings.ServedPincodePrefixes.All(prefix => TwoDigits().IsMatch(prefix)), "servedPincodePrefixes", "each is two digits")
            .Must(BucketSets.IsSound(settings.Buckets.Collections), "buckets.collections", BucketsAre)
            .Must(BucketSets.IsSound(settings.Buckets.Portfolio), "buckets.portfolio", BucketsAre)
            .Must(BucketSets.IsSound(settings.Buckets.Risk), "buckets.risk", BucketsAre)
            .Must(Enum.IsDefined(settings.Buckets.Lists), "buckets.lists", "Collections, Portfolio or Risk")
            .Between(settings.StatementDay ?? 1, 1, 28, "statementDay")
            .Between(settings.Autopay.NoticeDays, 1, 7, "autopay.noticeDays")
            .Between(settings.Autopay.RetryAfterDays, settings.Autopay.NoticeDays, 30, "autopay.retryAfterDays")
            .Between(settings.Autopay.RetriesMax, 0, 5, "autopay.retriesMax")
            .Between(settings.Autopay.ApprovalDays, 1, 30, "autopay.approvalDays")
            .Must(settings.Autopay.MostPerDebit.IsPositive, "autopay.mostPerDebit", "must be above zero")
            .Between(settings.Reloans.ToleranceDays, 0, 60, "reloans.toleranceDays")
            .Between(settings.Reloans.LoansMax, 1, 1_000, "reloans.loansMax")
            .Must(settings.Reloans.HikeAmount is null || settings.Reloans.HikePercent is null, "reloans.hikePercent", "name an amount or a percentage, not both")
            .Must(settings.Reloans.HikeAmount is not { IsNegative: true }, "reloans.hikeAmount", "must not be below zero")
            .Between(settings.Reloans.HikePercent ?? 0m, 0m, 500m, "reloans.hikePercent")
            .Must(settings.Reloans.RoundTo.IsPositive, "reloans.roundTo", "must be above zero")
            .Between(settings.Reloans.OfferDays, 1, 365, "reloans.offerDays")
            .Between(settings.Reloans.BankCheckDays, 1, 3_650, "reloans.bankCheckDays")
            .Must(settings.Reloans.Products.All(code => ProductCode().IsMatch(code)), "reloans.products", "each is the code of a product")
            .Must(settings.Reloans is not { Automatic: true, Enabled: false }, "reloans.automatic", "needs reloans.enabled")
            .Must(!settings.RejectionReasons.IsEmpty, "rejectionReasons", "name at least one")
            .Must(HasWorkingDays(settings.Calendar), "holidays", "leave a working day in every year");
        foreach (var (code, words) in settings.RejectionReasons)
            rules.Must(ReasonCode().IsMatch(code), $"rejectionReasons.{code}", "a code is lower-case letters, digits and underscores")
                .Text(words, 300, $"rejectionReasons.{code}");
        return rules.Broken;
    }

    private static bool HasWorkingDays(BusinessCalendar calendar)
    {
        if (calendar.Holidays.IsEmpty) return true;
        var first = calendar.Holidays[0];
        return Enumerable.Range(0, 400).Any(day => calendar.IsWorkingDay(first.AddDays(day)));
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{1,30}$")]
    private static partial Regex BrandCode();

    [GeneratedRegex("^[a-z][a-z0-9_]{1,39}$")]
    private static partial Regex ReasonCode();

    [GeneratedRegex("^[A-Za-z0-9-]{1,40}$")]
    private static partial Regex ProductCode();

    [GeneratedRegex("^[0-9]{2}$")]
    private static partial Regex TwoDigits();
}
