using System.Globalization;
using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Reloans;

/// <summary>One setting in plain words: what it is here, what it is unless a Brand says otherwise, and what it does.</summary>
public sealed record PolicyLine(string Setting, string Value, string Usual, string Meaning)
{
    public bool IsUsual => Value == Usual;
}

/// <summary>Settings that belong together.</summary>
public sealed record PolicyPart(string Title, IReadOnlyList<PolicyLine> Lines);

/// <summary>A Brand's settings for another loan, as an administrator reads them.</summary>
public static class ReloanPolicyWords
{
    private static readonly BrandSettings Usually = new();

    /// <summary>Names holds the products' names by code.</summary>
    public static IReadOnlyList<PolicyPart> Of(BrandSettings settings, IReadOnlyDictionary<string, string> names)
    {
        PolicyLine Line(string setting, Func<BrandSettings, string> value, string meaning) => new(setting, value(settings), value(Usually), meaning);
        return
        [
            new("Offers",
            [
                Line("Another loan is offered", s => OnOff(s.Reloans.Enabled), "Every loan of these products is checked when it is closed, and what was found is kept."),
                Line("Products", s => ProductsOf(s.Reloans, names), "A credit line is never among them: it is drawn again instead."),
                Line("Offers go out by themselves", s => YesNo(s.Reloans.Automatic), "A loan that passes every rule brings an offer. Otherwise staff make it, in the loan's file."),
                Line("Staff approve first", s => YesNo(s.Reloans.ApprovalNeeded), "The borrower hears of an offer once somebody approves it. What a person offers, another one approves in any case."),
                Line("An offer stands for", s => Days(s.Reloans.OfferDays), "Counted from the day it was made; then it ends by itself."),
            ]),
            new("Who gets one",
            [
                Line("Paid late by at most", s => s.Reloans.ToleranceDays == 0 ? "not a day" : Days(s.Reloans.ToleranceDays), "The latest of all its instalments counts, from its pay-by date."),
                Line("Loans ever paid out to one customer", s => $"fewer than {MoneyFormat.Count(s.Reloans.LoansMax)}", "With as many, no other is offered."),
                Line("No rejection within", s => Days(s.RejectionCooldownDays), "Counts for every application of theirs, and for new applications as well."),
                Line("Age", s => $"{s.AgeMin} to {s.AgeMax}", "On the day of the check, as for every application."),
            ]),
            new("How much",
            [
                Line("Higher than the repaid loan by", s => HikeOf(s.Reloans), "Never above what the product allows on that day."),
                Line("Rounded down to a multiple of", s => MoneyFormat.Short(s.Reloans.RoundTo), "Never below the repaid loan."),
            ]),
            new("The new application",
            [
                Line("Bank account checked again after", s => Days(s.Reloans.BankCheckDays), "KYC is taken over. Consent is given anew in any case."),
            ]),
        ];
    }

    /// <summary>What no setting changes.</summary>
    public const string Always =
        "In any case the loan was repaid in full, was never as late as its product calls delinquent, never charged off and never in dispute; "
        + "the customer has no other loan in trouble, and fewer loans of the product than it allows.";

    private static string ProductsOf(ReloanPolicy policy, IReadOnlyDictionary<string, string> names) =>
        policy.Products.IsEmpty ? "all" : string.Join(", ", policy.Products.Select(code => names.GetValueOrDefault(code, code)));

    private static string HikeOf(ReloanPolicy policy) =>
        policy.HikeAmount is { } amount ? MoneyFormat.Short(amount)
        : policy.HikePercent is { } percent ? $"{percent.ToString("0.##", CultureInfo.InvariantCulture)}{MoneyFormat.NoBreakSpace}%"
        : "nothing";

    private static string Days(int days) => $"{MoneyFormat.Count(days)} day{(days == 1 ? "" : "s")}";

    private static string YesNo(bool yes) => yes ? "yes" : "no";

    private static string OnOff(bool on) => on ? "on" : "off";
}
