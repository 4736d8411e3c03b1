using System.Collections.Immutable;

namespace Lending.Domain;

/// <summary>A loan on a day, in the figures a change is judged by. Instalment is the next one to pay in full, Maturity the last due date.</summary>
public sealed record ChangeFigures(
    Money Instalment, DateOnly? Maturity, int InstalmentsLeft, Money InterestTotal, Money PrincipalOutstanding, Money Payoff, Money Overdue, Money Advance,
    int Dpd, PublishedStatus Status, ImmutableArray<Instalment> Instalments)
{
    /// <summary>How the credit line stands; null for every other loan. What its statements have not asked for is no instalment here.</summary>
    public LineFigures? Line { get; init; }

    public static ChangeFigures Of(Loan loan, LoanProduct? product, DateOnly today)
    {
        var figures = LoanFigures.Of(loan, today, product);
        var zero = Money.Zero(loan.Currency);
        var (interest, left, next) = (zero, 0, (Instalment?)null);
        var instalments = loan.Line is null ? loan.Instalments : loan.Instalments[..^1];
        foreach (var instalment in instalments)
        {
            interest += instalment.Interest;
            if (instalment.IsPaid) continue;
            left++;
            if (instalment.Due > today) next ??= instalment;
        }

        return new(
            next is null ? zero : next.Principal + next.Interest + (next.Fee?.Amount ?? zero), loan.Line is { } line ? line.ValidThrough : Replanning.LastNumber(loan) is > 0 and var last ? loan.Instalments[last - 1].Due : null, left,
            interest, figures.PrincipalOutstanding, figures.Payoff, figures.OverdueAmount, loan.Advance, figures.Dpd, figures.Status, instalments)
        {
            Line = LineFigures.Of(loan, today, product),
        };
    }
}

/// <summary>What a change would do, decided as it would be but not stored: the loan before and after, and the ledger lines.</summary>
public sealed record ChangePreview(DateOnly On, ChangeFigures Before, ChangeFigures After, ImmutableArray<Posting> Postings);

/// <summary>Shows changes before anybody asks for them.</summary>
public static class ChangePreviews
{
    /// <summary>The loan's open days are closed first, as they would be. Refused as the change itself would be.</summary>
    public static Outcome<ChangePreview> Of(Loan loan, LoanChange change, Circumstances now)
    {
        if (LoanAccess.Check(loan, new ProposeChange("preview", change, "preview"), now) is { } refusal) return refusal;
        var today = Booking.UpToDate(loan, now);
        if (!Changing.IsOpenTo(today, change)) return LoanDecider.NotNow(today, new ProposeChange("preview", change, "preview"), now);
        var made = Changing.Outcome(today, change, now);
        if (made.IsRefused) return made.Refusal;

        var (after, postings) = (today, ImmutableArray.CreateBuilder<Posting>());
        foreach (var @event in Changing.Events(today, "preview", change, made.Value, now).Events)
        {
            postings.AddRange(LoanPostings.Of(after, @event));
            after = LoanEvolution.Evolve(after, @event);
        }

        var on = now.Today(loan);
        return new ChangePreview(on, ChangeFigures.Of(today, now.Product, on), ChangeFigures.Of(after, now.Product, on), postings.ToImmutable());
    }
}
