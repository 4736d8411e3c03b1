using System.Collections.Immutable;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Api.Staff.History;
using Lending.Domain;

namespace Lending.Api.Staff.Changes;

/// <summary>A loan before or after a change. Instalment is the next one to pay in full; Maturity is the last due date.</summary>
public sealed record ChangeSide(
    string Status, MoneyAnswer Instalment, DateOnly? Maturity, int InstalmentsLeft, MoneyAnswer InterestTotal, MoneyAnswer PrincipalOutstanding,
    MoneyAnswer Payoff, MoneyAnswer Overdue, MoneyAnswer Advance, int DaysPastDue, ImmutableArray<SchedulesEndpoint.Row> Schedule)
{
    public static ChangeSide Of(ChangeFigures figures) => new(
        LoanViews.NameOf(figures.Status), MoneyAnswer.Of(figures.Instalment), figures.Maturity, figures.InstalmentsLeft, MoneyAnswer.Of(figures.InterestTotal),
        MoneyAnswer.Of(figures.PrincipalOutstanding), MoneyAnswer.Of(figures.Payoff), MoneyAnswer.Of(figures.Overdue), MoneyAnswer.Of(figures.Advance),
        figures.Dpd, [.. ScheduleVersion.Planned(figures.Instalments).Select(SchedulesEndpoint.RowOf)]);
}

/// <summary>A ledger line the change would post.</summary>
public sealed record ChangePosting(string Account, string Name, string Memo, MoneyAnswer Debit, MoneyAnswer Credit);

/// <summary>What a change would do on the loan's day On: figures and schedule before and after, and its postings, which balance.</summary>
public sealed record ChangeEffectAnswer(string LoanId, ChangeKind Kind, DateOnly On, ChangeSide Before, ChangeSide After, ImmutableArray<ChangePosting> Postings)
{
    public static ChangeEffectAnswer Of(string loanId, ChangeKind kind, ChangePreview preview, ChartOfAccounts chart) => new(
        loanId, kind, preview.On, ChangeSide.Of(preview.Before), ChangeSide.Of(preview.After),
        [.. preview.Postings.Select(chart.Named).Select(line => new ChangePosting(line.Account.Number, line.Account.Name, line.Memo, MoneyAnswer.Of(line.Debit), MoneyAnswer.Of(line.Credit)))]);
}
