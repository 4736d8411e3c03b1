namespace Lending.Domain;

/// <summary>Where an offer of another loan stands (LOS-037).</summary>
public enum ReloanState { Pending, Approved, Rejected, Cancelled }

/// <summary>Why an offer was cancelled: staff withdrew it, the borrower declined, its days were over, the repaid loan runs again, or its application was refused.</summary>
public enum ReloanEnding { Withdrawn, Declined, Expired, LoanReopened, NotStarted }

/// <summary>What is offered: at most Amount, for Tenure in the product's unit, through Until. Previous is what the repaid loan was sanctioned at.</summary>
public sealed record ReloanTerms(Money Previous, Money Amount, int Tenure, DateOnly Until);

/// <summary>
/// The last check of a repaid loan, by By. Offer is null where nothing came of it, and so is State. Application is the one an accepted offer became.
/// </summary>
public sealed record ReloanStanding(int Number, DateOnly On, string By, ReloanTerms? Offer, ReloanState? State)
{
    public ReloanEnding? Ending { get; init; }

    /// <summary>The borrower has heard of it.</summary>
    public bool WasTold { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public string? DecidedBy { get; init; }

    /// <summary>The words of whoever decided last.</summary>
    public string? Reason { get; init; }

    public string? Application { get; init; }

    /// <summary>What the borrower took of it.</summary>
    public Money? Taken { get; init; }

    public int? TakenTenure { get; init; }

    /// <summary>It may still become a loan: it waits for staff or for the borrower.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOpen => State is ReloanState.Pending or ReloanState.Approved && Application is null;

    /// <summary>The borrower can take it.</summary>
    public bool IsOpenTo(DateOnly day) => State is ReloanState.Approved && Application is null && day <= Offer!.Until;
}
