using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Loans;

/// <summary>The day asked about lies outside what can be told of the loan.</summary>
public sealed record DayNotTold(DateOnly First, DateOnly Last)
    : Refusal(RefusalKind.Unprocessable, "day_not_told", $"Choose a day from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}.", "on");

/// <summary>A loan on a day: without one, today; a day before the application or after today is refused.</summary>
public sealed class LookingBack(LoanOnDayQuery loans, Brands brands)
{
    /// <summary>The borrower's own.</summary>
    public Task<Outcome<LoanOnDay>> FindAsync(OwnedLoan owned, DateOnly? on, CancellationToken cancellationToken) =>
        FindAsync(owned.Caller.Brand, owned.LoanId, owned.Loan, on, cancellationToken);

    public async Task<Outcome<LoanOnDay>> FindAsync(string brandCode, string loanId, Loan loan, DateOnly? on, CancellationToken cancellationToken)
    {
        var brand = await brands.GetAsync(brandCode, cancellationToken);
        var today = LoanProjection.TodayOf(loan, brand.BusinessDate);
        if (await loans.RunAsync(brand.Code, loanId, on ?? today, cancellationToken) is not { } found) return new LoanNotFound();
        return found.On < found.First || found.On > today ? new DayNotTold(found.First, today) : found;
    }
}
