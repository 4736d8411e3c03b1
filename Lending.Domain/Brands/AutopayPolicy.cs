namespace Lending.Domain;

/// <summary>How a Brand collects by mandate (LOS-030). Days are the Brand's business days, amounts rupees.</summary>
public sealed record AutopayPolicy
{
    /// <summary>Days before the debit on which the borrower is told of it; the payments corporation asks for a whole day at least.</summary>
    public int NoticeDays { get; init; } = 1;

    /// <summary>Days from a failed debit to the next try; not fewer than the notice takes.</summary>
    public int RetryAfterDays { get; init; } = 3;

    /// <summary>Further tries of one instalment after the first. What is left then goes with the next instalment.</summary>
    public int RetriesMax { get; init; } = 2;

    /// <summary>No debit may be above this, whatever the borrower would allow.</summary>
    public Money MostPerDebit { get; init; } = Money.Inr(1_00_000_00);

    /// <summary>Days for which the page is open where the borrower approves a mandate.</summary>
    public int ApprovalDays { get; init; } = 7;
}
