namespace Lending.Domain;

/// <summary>What a change is decided on besides the loan: its product, the Brand's calendar and the loan's own day.</summary>
internal sealed record ChangeGround(LoanProduct Product, BusinessCalendar Calendar, DateOnly Today);
