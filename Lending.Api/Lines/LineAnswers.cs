using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;

namespace Lending.Api.Lines;

/// <summary>
/// How a line of credit stands. Available is what can be drawn as far as the limit goes; NoDraws is the code of what stops draws altogether. MinimumDue is what
/// statements have asked for and is unpaid, to be paid by PayBy.
/// </summary>
public sealed record LineAnswer(
    MoneyAnswer Limit, MoneyAnswer Drawn, MoneyAnswer UnderWay, MoneyAnswer Available, MoneyAnswer CreditBalance, MoneyAnswer MinimumDue, DateOnly? PayBy,
    DateOnly NextStatementOn, DateOnly ValidThrough, string? NoDraws)
{
    /// <summary>Null for a loan that is no line, or not open yet.</summary>
    public static LineAnswer? Of(Money advance, LineFigures? line) => line is null ? null : new(
        MoneyAnswer.Of(line.Limit), MoneyAnswer.Of(line.Drawn), MoneyAnswer.Of(line.UnderWay), MoneyAnswer.Of(line.Available), MoneyAnswer.Of(advance),
        MoneyAnswer.Of(line.MinimumDue), line.PayBy, line.NextStatement, line.ValidThrough, line.NoDraws?.Code);
}

/// <summary>
/// A draw. State is requested (another person has to approve it), approved (on its way to the bank), paid, failed or returned. Charges, tax inside, were taken out
/// of the amount.
/// </summary>
public sealed record DrawAnswer(
    string DrawId, int Number, string State, MoneyAnswer Amount, MoneyAnswer Charges, MoneyAnswer Net, string Channel, DateOnly AskedOn, DateOnly? PaidOn,
    string? BankReference)
{
    public static DrawAnswer Of(DrawLine draw) => new(
        draw.DrawId, draw.Number, draw.State, MoneyAnswer.Of(draw.Amount), MoneyAnswer.Of(draw.Charges), MoneyAnswer.Of(draw.Net), draw.Channel, draw.AskedOn, draw.PaidOn,
        draw.ProviderReference);

    public static DrawAnswer Of(LineDraw draw) => new(
        draw.DrawId, draw.Number, draw.Reference is null ? DrawStates.Requested : DrawStates.Approved, MoneyAnswer.Of(draw.Amount), MoneyAnswer.Of(draw.Amount - draw.Net),
        MoneyAnswer.Of(draw.Net), draw.Channel, draw.On, null, null);
}

/// <summary>Draws, the newest first. Next is the value of after for the following page, null on the last one.</summary>
public sealed record DrawsAnswer(string LoanId, IReadOnlyList<DrawAnswer> Draws, string? Next)
{
    public static DrawsAnswer Of(string loanId, Page<DrawLine> page) => new(loanId, [.. page.Rows.Select(DrawAnswer.Of)], page.Next);
}

/// <summary>
/// A statement as it was made. Opening + Drawn + Interest + Penalty - Paid + Adjusted = Closing. MinimumDue, to be paid by PayBy, is what it newly asks for and
/// what earlier statements asked for and was unpaid (Overdue).
/// </summary>
public sealed record StatementAnswer(
    int Number, DateOnly From, DateOnly Through, DateOnly MadeOn, DateOnly DueOn, DateOnly PayBy, MoneyAnswer Opening, MoneyAnswer Drawn, MoneyAnswer Interest,
    MoneyAnswer Penalty, MoneyAnswer Paid, MoneyAnswer Adjusted, MoneyAnswer Closing, MoneyAnswer MinimumDue, MoneyAnswer Overdue, MoneyAnswer Limit, MoneyAnswer Available)
{
    public static StatementAnswer Of(StatementLine made) => new(
        made.Number, made.From, made.MadeOn.AddDays(-1), made.MadeOn, made.Due, made.PayBy, MoneyAnswer.Of(made.Opening), MoneyAnswer.Of(made.Drawn),
        MoneyAnswer.Of(made.Interest), MoneyAnswer.Of(made.Penalty), MoneyAnswer.Of(made.Paid), MoneyAnswer.Of(made.Adjusted), MoneyAnswer.Of(made.Closing),
        MoneyAnswer.Of(made.MinimumDue), MoneyAnswer.Of(made.Overdue), MoneyAnswer.Of(made.Limit), MoneyAnswer.Of(made.Available));
}

/// <summary>Statements, the newest first. Next is the value of after for the following page, null on the last one.</summary>
public sealed record StatementsAnswer(string LoanId, IReadOnlyList<StatementAnswer> Statements, string? Next)
{
    public static StatementsAnswer Of(string loanId, Page<StatementLine> page) => new(loanId, [.. page.Rows.Select(StatementAnswer.Of)], page.Next);
}

/// <summary>The line has no statement of this number.</summary>
public sealed record StatementNotFound() : Refusal(RefusalKind.NotFound, "statement_not_found", "There is no such statement.");
