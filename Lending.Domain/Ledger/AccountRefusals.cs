namespace Lending.Domain;

/// <summary>The number is taken. Numbers are never used again, whatever became of the account.</summary>
public sealed record AccountExists() : Refusal(RefusalKind.Conflict, "account_exists", "There is an account of this number. A number is never used twice.", "number");

public sealed record AccountNotFound(string Number) : Refusal(RefusalKind.Unprocessable, "account_not_found", $"There is no account {Number} in the chart.", "number");

public sealed record AccountServesAnother(string Number, LedgerPurpose Purpose)
    : Refusal(RefusalKind.Unprocessable, "account_serves_another", $"Account {Number} serves another purpose ({Purpose}).", "number");

/// <summary>Retired, or its first day has not come.</summary>
public sealed record AccountNotActive(string Number) : Refusal(RefusalKind.Unprocessable, "account_not_active", $"Account {Number} is retired or not active yet.", "number");

/// <summary>New loans would still post to it. By says what names it.</summary>
public sealed record AccountInUse(string By) : Refusal(RefusalKind.Conflict, "account_in_use", $"New loans post to this account: {By}. Choose another one there first.", "number");

/// <summary>The account of this purpose is the same for every loan.</summary>
public sealed record PurposeNotChosen() : Refusal(RefusalKind.Unprocessable, "purpose_not_chosen", "Every loan uses the same account for this purpose.", "purpose");

public sealed record ChartFull(int Max) : Refusal(RefusalKind.Unprocessable, "chart_full", $"A chart has at most {Max} accounts.", "number");

/// <summary>A change of the same choice waits for another person.</summary>
public sealed record AccountChoiceWaiting() : Refusal(RefusalKind.Conflict, "account_choice_waiting", "A change of this choice waits to be approved. Decide on it first.", "purpose");

public sealed record AccountChoiceNotFound() : Refusal(RefusalKind.NotFound, "account_choice_not_found", "There is no such change waiting.");
