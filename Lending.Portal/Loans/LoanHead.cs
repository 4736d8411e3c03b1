using Lending.Data;
using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Loans;

/// <summary>The facts and figures at the top of a loan's file, by where the loan stands.</summary>
public static class LoanHead
{
    public static IReadOnlyList<string> FactsOf(LoanFile file) =>
    [
        $"{file.Product?.Name ?? file.State.ProductCode}, version {file.State.ProductVersion}",
        .. file.Customer?.MobileMask is { } mobile ? [mobile] : Array.Empty<string>(),
        $"customer {file.State.CustomerId}",
    ];

    public static IReadOnlyList<Figure> FiguresOf(LoanFile file, TimeSpan waiting) => file.State.Account switch
    {
        AccountState.Active when file.State.Line is not null => LineHead.FiguresOf(file),
        AccountState.Active => OfActive(file),
        AccountState.Completed => OfCompleted(file),
        AccountState.WrittenOff or AccountState.Cancelled when file.State.DisbursedOn is not null => OfEnded(file),
        _ => OfApplication(file, waiting),
    };

    /// <summary>"18 months" or "30 days".</summary>
    public static string TenureOf(Loan loan, LoanProduct? product) =>
        product?.Plan is RepaymentPlan.Payday ? $"{loan.Tenure} day{(loan.Tenure == 1 ? "" : "s")}" : $"{loan.Tenure} month{(loan.Tenure == 1 ? "" : "s")}";

    /// <summary>The loan's own rate where it has one, else its product's.</summary>
    public static string RateOf(Loan loan, LoanProduct? product) => (loan.RatePercent ?? product?.RatePercent) is { } rate ? MoneyFormat.Percent(rate) : "–";

    private static string RateNote(LoanProduct? product) => product?.Plan switch
    {
        RepaymentPlan.Payday => "a day, on principal",
        RepaymentPlan.CreditLine => "a year, on what is drawn",
        _ => "a year, reducing",
    };

    private static List<Figure> OfActive(LoanFile file)
    {
        var (loan, now) = (file.State, file.Figures);
        var figures = new List<Figure>();
        var open = loan.Instalments.Where(instalment => !instalment.IsPaid).ToList();
        if (now.OverdueAmount.IsPositive)
            figures.Add(new("Overdue today", MoneyFormat.Full(now.OverdueAmount), open.Count == 0 ? null : $"since {Dates.Date(open[0].PayBy)}", Tone.Warn, nameof(ExplainedFigure.Overdue)));
        figures.Add(new("To close today", MoneyFormat.Full(now.Payoff), now.PenaltyDue.IsPositive ? "principal, interest, penalty" : "principal and interest", Key: nameof(ExplainedFigure.Payoff)));
        figures.Add(new("Principal left", MoneyFormat.Full(now.PrincipalOutstanding), $"of {MoneyFormat.Full(loan.Sanctioned ?? loan.Requested)}", Key: nameof(ExplainedFigure.PrincipalOutstanding)));
        if (open.Count > 0)
            figures.Add(new("Instalment", MoneyFormat.Full(open[0].Principal + open[0].Interest + (open[0].Fee?.Amount ?? Money.Zero(loan.Currency))), $"{open.Count} of {loan.Instalments.Count(instalment => !instalment.IsVoid)} open"));
        figures.Add(new("Next due", now.NextDue is { } next ? Dates.Date(next.On) : "–", now.NextDue is { } due ? MoneyFormat.Full(due.Amount) : null));
        figures.Add(new("Rate", RateOf(file.State, file.Product), RateNote(file.Product)));
        figures.Add(new("Paid so far", MoneyFormat.Full(PaidOf(loan)), Count(loan.ReceivedPayments.Length, "payment")));
        return figures;
    }

    private static List<Figure> OfCompleted(LoanFile file)
    {
        var loan = file.State;
        return
        [
            new("Completed on", loan.CompletedOn is { } on ? Dates.Date(on) : "–", loan.CertificateId is null ? "certificate under way" : "certificate issued", Tone.Good),
            new("Paid in all", MoneyFormat.Full(PaidOf(loan)), Count(loan.ReceivedPayments.Length, "payment")),
            new("Principal", MoneyFormat.Full(loan.Sanctioned ?? loan.Requested)),
            new("Interest paid", MoneyFormat.Full(Sum(loan, instalment => instalment.PaidInterest))),
            new("Penalty paid", MoneyFormat.Full(Sum(loan, instalment => instalment.PaidPenalty))),
            new("Rate", RateOf(file.State, file.Product), RateNote(file.Product)),
        ];
    }

    private static List<Figure> OfEnded(LoanFile file)
    {
        var loan = file.State;
        return
        [
            new("Written off", MoneyFormat.Full(loan.WrittenOff), loan.Closure is { } closure and not Closure.WrittenOff ? StatusLooks.Of(closure).Word.ToLowerInvariant() : null, loan.WrittenOff.IsPositive ? Tone.Bad : Tone.Neutral),
            new("Recovered since", MoneyFormat.Full(loan.Recovered)),
            new("Paid in all", MoneyFormat.Full(PaidOf(loan)), Count(loan.ReceivedPayments.Length, "payment")),
            new("Principal", MoneyFormat.Full(loan.Sanctioned ?? loan.Requested)),
            new("Rate", RateOf(loan, file.Product), RateNote(file.Product)),
        ];
    }

    private static List<Figure> OfApplication(LoanFile file, TimeSpan waiting)
    {
        var loan = file.State;
        var figures = new List<Figure>
        {
            new("Asked", MoneyFormat.Full(loan.Requested), TenureOf(loan, file.Product)),
            new("Rate", RateOf(file.State, file.Product), RateNote(file.Product)),
        };
        if (loan.Recommended is { } recommended) figures.Add(new("Recommended", MoneyFormat.Full(recommended)));
        if (loan.Sanctioned is { } sanctioned) figures.Add(new("Sanctioned", MoneyFormat.Full(sanctioned)));
        if (loan.Net is { } net) figures.Add(new("To the account", MoneyFormat.Full(net), "after charges"));
        if (file.Figures.Status is not (PublishedStatus.Rejected or PublishedStatus.Cancelled))
            figures.Add(new("Waiting", Dates.Age(waiting), "in this state"));
        return figures;
    }

    private static Money PaidOf(Loan loan) =>
        Sum(loan, instalment => instalment.PaidInAll) + loan.Advance;

    private static Money Sum(Loan loan, Func<Instalment, Money> part) =>
        loan.Instalments.Aggregate(Money.Zero(loan.Currency), (sum, instalment) => sum + part(instalment));

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
