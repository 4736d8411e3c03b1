using Lending.Domain;

namespace Lending.Portal.Components;

public enum RuleOutcome { Passed, Failed, Bypassed }

/// <summary>One rule at the amount in question: what it saw and what it allows, both as drawn.</summary>
public sealed record RuleResult(string Code, string Name, RuleOutcome Outcome, string Value, string Limit);

/// <summary>A reason for a refusal, and what the borrower will read.</summary>
public sealed record ReasonCode(string Code, string Text, string? BorrowerText = null);

/// <summary>One choice of a decision. Verb is the button's: "Approve".</summary>
public sealed record DecisionOption(string Code, string Text, string Key, string Verb)
{
    /// <summary>The amount, months and rate belong to this choice; the rules are those at that amount.</summary>
    public bool TakesTerms { get; init; }
    public IReadOnlyList<ReasonCode> Reasons { get; init; } = [];
    public bool NeedsNote { get; init; }
}

public sealed record DecisionTerms(Money Amount, int Months, decimal Rate);

/// <summary>What was decided. OverrideReasons are by rule code, one for each failed rule that was passed.</summary>
public sealed record Decision(
    string Option, DecisionTerms? Terms, string? ReasonCode, string? Note, IReadOnlyDictionary<string, string> OverrideReasons);

/// <summary>A check of a proposal: what was seen, and a detail beside it.</summary>
public sealed record CheckResult(string Name, bool Passed, string Value, string? Detail = null);

/// <summary>One line of what will be posted.</summary>
public sealed record PostingLine(string Account, Money? Debit, Money? Credit);

/// <summary>What someone proposed and someone else decides. Amount is null where it is not about one amount.</summary>
public sealed record ProposalModel(string Title, object State, IReadOnlyList<string> Facts, string AmountLabel, Money? Amount)
{
    /// <summary>How the amount is made; the last line is its total.</summary>
    public IReadOnlyList<KeyLine> Made { get; init; } = [];
    public KeyLine? MadeTotal { get; init; }
    public string MadeTitle { get; init; } = "How the amount is made";
    public string PartyTitle { get; init; } = "Beneficiary";
    public IReadOnlyList<KeyLine> Party { get; init; } = [];
    public KeyLine? PartyTotal { get; init; }
    /// <summary>Beside the button: what cannot be undone.</summary>
    public string? Warning { get; init; }
}
