using System.Globalization;
using Lending.Api.Loans;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Statements;

/// <summary>Account statements and bills of a term loan, as JSON and as the PDF that was stored.</summary>
public static class StatementsApi
{
    public sealed record StatementSummary(int Statement, DateOnly From, DateOnly To, MoneyAnswer Opening, MoneyAnswer Charged, MoneyAnswer Paid, MoneyAnswer Closing, DateTimeOffset MadeAt);

    public sealed record BillSummary(
        int Bill, int Instalment, DateOnly PayBy, MoneyAnswer Principal, MoneyAnswer Interest, MoneyAnswer Fee, MoneyAnswer Overdue, MoneyAnswer Advance, MoneyAnswer Total,
        DateTimeOffset MadeAt);

    /// <summary>The newest first.</summary>
    public sealed record Answer(string LoanId, IReadOnlyList<StatementSummary> Statements, IReadOnlyList<BillSummary> Bills);

    public sealed record Line(DateOnly On, string Text, MoneyAnswer Amount, MoneyAnswer Balance);

    /// <summary>Opening plus the amounts of all lines is Closing.</summary>
    public sealed record Statement(
        string LoanId, DateOnly From, DateOnly To, MoneyAnswer Opening, IReadOnlyList<Line> Lines, MoneyAnswer Charged, MoneyAnswer Paid, MoneyAnswer Closing, MoneyAnswer Overdue,
        DateOnly? NextDueOn, MoneyAnswer? NextDue);

    public static void MapStatementsApi(this RouteGroupBuilder loan)
    {
        loan.MapGet("/statements", ListAsync).WithName("ListStatements").WithSummary("Account statements and bills made so far, the newest first");
        loan.MapGet("/statements/{number:int}", ReadAsync).WithName("GetStatement").WithSummary("One account statement, line by line");
        loan.MapGet("/statements/{number:int}/pdf", PdfAsync).WithName("GetStatementPdf").WithSummary("The statement or bill as it was made (PDF)")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf");
    }

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> ListAsync(OwnedLoan owned, StatementsQuery query, CancellationToken cancellationToken)
    {
        var made = await query.OfLoanAsync(owned.Caller.Brand, owned.LoanId, cancellationToken);
        return TypedResults.Ok(new Answer(
            owned.LoanId,
            [.. made.Statements.Select(one => new StatementSummary(
                one.Version, one.Statement.From, one.Statement.To, MoneyAnswer.Of(one.Statement.Opening), MoneyAnswer.Of(one.Statement.Charged),
                MoneyAnswer.Of(one.Statement.Paid), MoneyAnswer.Of(one.Statement.Closing), one.At))],
            [.. made.Bills.Select(one => new BillSummary(
                one.Version, one.Bill.Bill.Number, one.Bill.Bill.PayBy, MoneyAnswer.Of(one.Bill.Bill.Principal), MoneyAnswer.Of(one.Bill.Bill.Interest),
                MoneyAnswer.Of(one.Bill.Bill.Fee), MoneyAnswer.Of(one.Bill.Bill.Overdue), MoneyAnswer.Of(one.Bill.Bill.Advance), MoneyAnswer.Of(one.Bill.Bill.Total), one.At))]));
    }

    /// <summary>Worked out again from what the statement knew, so that it reads as it did on the day.</summary>
    private static async Task<Results<Ok<Statement>, ProblemHttpResult>> ReadAsync(
        int number, OwnedLoan owned, StatementsQuery query, Journal journal, Products products, CancellationToken cancellationToken)
    {
        var made = await query.OfLoanAsync(owned.Caller.Brand, owned.LoanId, cancellationToken);
        if (made.Statements.FirstOrDefault(one => one.Version == number) is not { Statement: var issued }) return Problems.From(new DocumentNotFound());
        var history = await journal.HistoryAsync(owned.Caller.Brand, owned.LoanId, cancellationToken);
        var product = await products.FindAsync(owned.Caller.Brand, owned.Loan.ProductCode, owned.Loan.ProductVersion, cancellationToken);
        var statement = AccountStatements.Of([.. history.Take(number - 1)], issued.From, issued.To, product!);
        return TypedResults.Ok(new Statement(
            owned.LoanId, statement.From, statement.To, MoneyAnswer.Of(statement.Opening),
            [.. statement.Lines.Select(line => new Line(line.On, line.Text, MoneyAnswer.Of(line.Amount), MoneyAnswer.Of(line.Balance)))],
            MoneyAnswer.Of(statement.Charged), MoneyAnswer.Of(statement.Paid), MoneyAnswer.Of(statement.Closing), MoneyAnswer.Of(statement.Overdue), statement.NextDue?.On,
            MoneyAnswer.Of(statement.NextDue?.Amount)));
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> PdfAsync(
        int number, OwnedLoan owned, HttpContext http, StatementsQuery query, LoanDocuments documents, CancellationToken cancellationToken)
    {
        var made = await query.OfLoanAsync(owned.Caller.Brand, owned.LoanId, cancellationToken);
        var document = made.Statements.FirstOrDefault(one => one.Version == number)?.Statement.DocumentId ?? made.Bills.FirstOrDefault(one => one.Version == number)?.Bill.DocumentId;
        return await documents.DownloadAsync(owned, document, $"{owned.LoanId}-statement-{number.ToString(CultureInfo.InvariantCulture)}.pdf", http, cancellationToken);
    }
}
