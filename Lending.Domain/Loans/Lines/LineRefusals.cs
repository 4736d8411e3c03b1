namespace Lending.Domain;

public sealed record NotACreditLine() : Refusal(RefusalKind.Conflict, "not_a_credit_line", "Only a credit line can do this.");

/// <summary>A revolving account has no schedule to change and pays no other loan off.</summary>
public sealed record NotForCreditLine() : Refusal(RefusalKind.Unprocessable, "not_for_credit_line", "A credit line has no schedule that this could change.", "change");

/// <summary>A new loan cannot pay off a credit line, and a credit line pays off no loan: it is drawn from and repaid at will.</summary>
public sealed record NoRefinanceOfCreditLine() : Refusal(RefusalKind.Unprocessable, "no_refinance_of_credit_line", "Credit lines neither pay off nor are paid off by another loan.", "refinances");

/// <summary>Staff have stopped draws. Payments go on.</summary>
public sealed record LineBlocked(string Reason) : Refusal(RefusalKind.Conflict, "line_blocked", "Nothing can be drawn from this line for now.");

/// <summary>Something is overdue by so many days.</summary>
public sealed record LineOverdue(int DaysPastDue) : Refusal(RefusalKind.Conflict, "line_overdue", "Nothing can be drawn while a payment is overdue.");

/// <summary>The line is frozen, in dispute or being settled.</summary>
public sealed record LineHeld() : Refusal(RefusalKind.Conflict, "line_held", "Nothing can be drawn while the line is frozen, in dispute or being settled.");

/// <summary>The validity is over.</summary>
public sealed record LineOver(DateOnly ValidThrough) : Refusal(RefusalKind.Conflict, "line_over", $"The line could be drawn from until {ValidThrough:yyyy-MM-dd}.");

/// <summary>More than is left of the limit. Available is what can be drawn.</summary>
public sealed record LimitExceeded(Money Available)
    : Refusal(RefusalKind.Unprocessable, "limit_exceeded", $"{Available} of the limit can be drawn.", "amount");

public sealed record DrawTooSmall(Money Min) : Refusal(RefusalKind.Unprocessable, "draw_too_small", $"A draw is at least {Min}.", "amount");

public sealed record DrawTooLarge(Money Max) : Refusal(RefusalKind.Unprocessable, "draw_too_large", $"A draw is at most {Max}.", "amount");

public sealed record DrawNotFound() : Refusal(RefusalKind.NotFound, "draw_not_found", "There is no such draw waiting.", "drawId");

/// <summary>Money is on its way out of the line, or waits for approval.</summary>
public sealed record DrawUnderWay() : Refusal(RefusalKind.Conflict, "draw_under_way", "A draw of this line is under way. Let it be paid or return it first.");

/// <summary>A line is closed once nothing is owed. Payoff is what is.</summary>
public sealed record LineOwes(Money Payoff) : Refusal(RefusalKind.Conflict, "line_owes", $"The line still owes {Payoff}.");

/// <summary>Draws are stopped already, or are not.</summary>
public sealed record BlockStands(bool Blocked)
    : Refusal(RefusalKind.Conflict, "block_stands", Blocked ? "The line is blocked already." : "The line is not blocked.");

/// <summary>The product does not leave it open for each loan (RF-002).</summary>
public sealed record NotOverridable(string What)
    : Refusal(RefusalKind.Unprocessable, "not_overridable", "The product does not let one loan have it otherwise.", $"change.{What}");
