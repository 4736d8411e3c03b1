using System.Collections.Immutable;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Loans;

/// <summary>The day asked about lies outside what can be told of the loan.</summary>
public sealed record DayNotTold(DateOnly First, DateOnly Last)
    : Refusal(RefusalKind.Unprocessable, "day_not_told", $"Choose a day from {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}.", "on");

/// <summary>A loan with its product on a day that is past, replayed from its events.</summary>
public sealed record LoanOnDay(DateOnly On, ImmutableArray<LoanEvent> Events, LoanProduct Product);

/// <summary>Looks back: the loan as it stood on a day, after everything booked that day and before its night.</summary>
public sealed class PastLoans(Journal journal, Brands brands, Products products)
{
    /// <summary>Without a day: today. A day before the application or after today is refused.</summary>
    public async Task<Outcome<LoanOnDay>> FindAsync(OwnedLoan owned, DateOnly? on, CancellationToken cancellationToken)
    {
        var (brandCode, loan) = (owned.Caller.Brand, owned.Loan);
        var history = await journal.HistoryAsync(brandCode, owned.LoanId, cancellationToken);
        var today = LoanProjection.TodayOf(loan, (await brands.GetAsync(brandCode, cancellationToken)).BusinessDate);
        var (first, day) = (history[0].On, on ?? today);
        if (day < first || day > today) return new DayNotTold(first, today);

        var product = await products.FindAsync(brandCode, loan.ProductCode, loan.ProductVersion, cancellationToken)
            ?? throw new InvalidOperationException("The product of a loan is never deleted.");
        return new LoanOnDay(day, LoanHistory.UpTo(history, day), product);
    }
}
