namespace Lending.Domain;

/// <summary>The Brand offers no loans to those who repaid one, or none of this product.</summary>
public sealed record ReloansOff() : Refusal(RefusalKind.Conflict, "reloans_off", "The Brand does not offer another loan after this product.");

/// <summary>An offer of this loan is open, or became an application.</summary>
public sealed record ReloanMadeAlready() : Refusal(RefusalKind.Conflict, "reloan_made_already", "This loan has an offer already.");

public sealed record ReloanNotFound() : Refusal(RefusalKind.NotFound, "reloan_not_found", "There is no such offer.");

/// <summary>State is the offer's.</summary>
public sealed record ReloanNotOpen(string State) : Refusal(RefusalKind.Conflict, "reloan_not_open", $"The offer is {State}.");

public sealed record ReloanExpired(DateOnly Until) : Refusal(RefusalKind.Conflict, "reloan_expired", $"The offer stood until {Until:yyyy-MM-dd}.");

public sealed record AmountAboveOffered(Money Offered)
    : Refusal(RefusalKind.Unprocessable, "amount_above_offered", $"At most {Offered} is offered.", "amount");

/// <summary>How the customer stands has changed since the offer was made. Rules names what is against it now.</summary>
public sealed record ReloanNotPossibleNow(string Rules)
    : Refusal(RefusalKind.Conflict, "reloan_not_possible_now", $"The offer cannot be taken now: {Rules}.");

/// <summary>The application says it came of an offer that does not name it.</summary>
public sealed record NotThisReloan() : Refusal(RefusalKind.Conflict, "not_this_reloan", "The offer did not become this application.");

/// <summary>KYC stands, but these have to be given again for the new loan (LOS-036).</summary>
public sealed record RefreshNeeded(string Steps) : Refusal(RefusalKind.Conflict, "refresh_needed", $"Give these again for the new loan: {Steps}.");
