namespace Lending.Domain;

/// <summary>What a change is decided on besides the loan: its product, the Brand's calendar, the loan's own day, and who asks for it.</summary>
internal sealed record ChangeGround(LoanProduct Product, BusinessCalendar Calendar, DateOnly Today, string By)
{
    /// <summary>By is the one who acts now, where nobody else asked for it.</summary>
    public static ChangeGround Of(Circumstances now, DateOnly today, string? by = null) =>
        new(LoanDecider.ProductOf(now), now.Brand.Settings.Calendar, today, by ?? now.Actor.Id);
}
