using System.Globalization;
using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Reloans;

/// <summary>Checks for another loan and their offers in the portal's words.</summary>
public static class ReloanWords
{
    /// <summary>The state code that the badge draws.</summary>
    public static string LookOf(ReloanLine line) => line.Offer is { } offer ? offer.State.ToString() : "no offer";

    /// <summary>Where an offer stands beyond its state: with whom it is, or how it ended.</summary>
    public static string StandOf(ReloanLine line) => line.Offer switch
    {
        null => Sentence(string.Join(", ", line.Against.Select(AgainstOf))),
        { Application: { } taken } => $"Taken, became {taken}",
        { State: ReloanState.Pending, Terms.Until: var until } => $"Waits for staff, stands until {Dates.Date(until)}",
        { State: ReloanState.Approved, Terms.Until: var until } => $"With the borrower until {Dates.Date(until)}",
        { State: ReloanState.Rejected, Reason: var reason } => reason ?? "",
        { Ending: ReloanEnding.Declined, Reason: var reason } => reason is null ? "Borrower declined" : $"Borrower declined: {reason}",
        { Ending: ReloanEnding.Expired } => "Nobody took it in time",
        { Ending: ReloanEnding.LoanReopened } => "The repaid loan runs again",
        { Ending: ReloanEnding.NotStarted, Reason: var code } => $"Application not started: {StatusLooks.Of(code).Word.ToLowerInvariant()}",
        { Reason: var reason } => reason ?? "",
    };

    /// <summary>The word of the badge where it is not the state's usual one.</summary>
    public static string? WordOf(ReloanLine line) => line.Offer?.State is ReloanState.Pending ? "Pending" : null;

    /// <summary>Why a rule that was not passed stood against an offer.</summary>
    public static string AgainstOf(ReloanFinding finding) => finding.Rule switch
    {
        ReloanRule.Automation => "offers do not go out by themselves",
        ReloanRule.Repaid => $"{ValueOf(finding)}, not repaid",
        ReloanRule.OnTime => $"paid {finding.Found} day{(finding.Found == "1" ? "" : "s")} late, {finding.Allowed} allowed",
        ReloanRule.NeverDelinquent => $"was {finding.Found} days past due",
        ReloanRule.NeverChargedOff => "was charged off",
        ReloanRule.NeverDisputed => "was in dispute",
        ReloanRule.OtherLoans => $"{finding.Found} other loan{(finding.Found == "1" ? "" : "s")} in trouble",
        ReloanRule.LoanCount => $"{finding.Found} loans already",
        ReloanRule.OpenLoans => $"{finding.Found} of this product now",
        ReloanRule.Cooldown => $"rejected lately, waits {ValueOf(finding)}",
        ReloanRule.NoneCancelled => "an earlier loan was cancelled for fraud or the like",
        ReloanRule.Age => $"aged {finding.Found ?? "unknown"}",
        ReloanRule.Amount => "no amount fits the product",
    };

    public static string NameOf(ReloanRule rule) => rule switch
    {
        ReloanRule.Automation => "Offers go out by themselves",
        ReloanRule.Repaid => "Repaid in full",
        ReloanRule.OnTime => "Paid on time, days late",
        ReloanRule.NeverDelinquent => "Never delinquent, days past due",
        ReloanRule.NeverChargedOff => "Never charged off",
        ReloanRule.NeverDisputed => "Never in dispute",
        ReloanRule.OtherLoans => "Other loans in trouble",
        ReloanRule.NoneCancelled => "No loan cancelled for fraud or the like",
        ReloanRule.LoanCount => "Loans paid out so far",
        ReloanRule.OpenLoans => "Loans of this product now",
        ReloanRule.Cooldown => "No rejection within the cool-down",
        ReloanRule.Age => "Age",
        ReloanRule.Amount => "Amount within the product",
    };

    /// <summary>A finding as the rule list draws it.</summary>
    public static RuleResult ResultOf(ReloanFinding finding) => new(
        finding.Rule.ToString(), NameOf(finding.Rule), finding.Passed ? RuleOutcome.Passed : RuleOutcome.Failed, ValueOf(finding), LimitOf(finding));

    /// <summary>How much more than the former loan it is.</summary>
    public static string HikeOf(ReloanTerms terms)
    {
        var more = terms.Amount - terms.Previous;
        if (!more.IsPositive) return more.IsZero ? "same as before" : $"{MoneyFormat.Full(-more)} less";
        return $"{MoneyFormat.Full(more)} more, {(100m * more.Minor / terms.Previous.Minor).ToString("0.#", CultureInfo.InvariantCulture)} %";
    }

    private static string Sentence(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    private static string ValueOf(ReloanFinding finding) => finding switch
    {
        { Rule: ReloanRule.Amount, Passed: true, Found: { } amount } => MoneyOf(amount),
        { Rule: ReloanRule.Amount, Found: { } code } => StatusLooks.Of(code).Word.ToLowerInvariant(),
        { Rule: ReloanRule.Automation } => finding.Passed ? "yes" : "no",
        { Rule: ReloanRule.Repaid, Found: { } closure } => StatusLooks.Of(closure).Word.ToLowerInvariant(),
        { Rule: ReloanRule.Cooldown, Found: { } from } => $"until {Dates.Date(DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture))}",
        { Found: { } found } => found,
        _ => finding.Passed ? "yes" : "no",
    };

    private static string LimitOf(ReloanFinding finding) => finding switch
    {
        { Allowed: null } => "",
        { Rule: ReloanRule.Amount } => $"at most {MoneyOf(finding.Allowed, MoneyFormat.Short)}",
        { Rule: ReloanRule.Age } => finding.Allowed.Replace("-", " to ", StringComparison.Ordinal),
        { Allowed: "0" } => "none",
        _ => $"at most {finding.Allowed}",
    };

    // As the journal writes an amount: "INR 22000.00".
    private static string MoneyOf(string text, Func<Money, string>? format = null) =>
        text.Split(' ') is [var code, var major] && Currency.TryOf(code, out var currency) && decimal.TryParse(major, CultureInfo.InvariantCulture, out var amount)
            ? (format ?? MoneyFormat.Full)(Money.Round(amount * currency.MinorPerMajor, currency))
            : text;
}
