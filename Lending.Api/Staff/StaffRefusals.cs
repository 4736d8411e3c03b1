using Lending.Domain;

namespace Lending.Api.Staff;

/// <summary>The six digits are wrong, too old, or were used before; also after too many wrong ones.</summary>
public sealed record CodeWrong()
    : Refusal(RefusalKind.Unprocessable, "code_wrong", "The code is wrong or was used before. Wait for the next one.", "code");

/// <summary>Its days end by themselves at midnight.</summary>
public sealed record BrandFollowsTheClock() : Refusal(RefusalKind.Conflict, "brand_follows_the_clock", "This Brand's days end by themselves.");

public sealed record NotReconciled() : Refusal(RefusalKind.NotFound, "not_reconciled", "The books were not reconciled after this day.", "date");

public sealed record DayEndNotFound() : Refusal(RefusalKind.NotFound, "day_end_not_found", "Nobody has asked to close this day.", "through");

public sealed record DayEndOver() : Refusal(RefusalKind.Conflict, "day_end_over", "This day end is over; there is nothing to cancel.");

public sealed record DayAlreadyClosed(DateOnly BusinessDate)
    : Refusal(RefusalKind.Conflict, "day_already_closed", $"The business date is {BusinessDate:yyyy-MM-dd}; earlier days are closed.", "through");

public sealed record TooManyDays(int Max) : Refusal(RefusalKind.Unprocessable, "too_many_days", $"At most {Max} days are closed at once.", "through");
