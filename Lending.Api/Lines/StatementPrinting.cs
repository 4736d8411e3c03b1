using Lending.Data;
using Lending.Documents;

namespace Lending.Api.Lines;

/// <summary>Statements as PDF, made of the figures that were stored with them: the same statement always reads the same.</summary>
public sealed class StatementPrinting(Brands brands, LineStatementsQuery statements, LineDrawsQuery draws)
{
    private const int DrawsMax = 200;

    /// <summary>Null when the line has no statement of this number.</summary>
    public async Task<byte[]?> PrintAsync(string brandCode, string loanId, int number, CancellationToken cancellationToken)
    {
        if (await statements.OneAsync(brandCode, loanId, number, cancellationToken) is not { } made) return null;
        var brand = await brands.GetAsync(brandCode, cancellationToken);
        var paid = (await draws.RunAsync(brandCode, loanId, null, DrawsMax, cancellationToken)).Rows
            .Where(draw => draw.PaidOn >= made.From && draw.PaidOn < made.MadeOn)
            .OrderBy(draw => draw.Number).Select(draw => new StatementDraw(draw.Number, draw.PaidOn!.Value, draw.Amount, draw.Charges, draw.Net));
        return LineStatementDocument.Write(brand, loanId, new StatementFacts(
            made.Number, made.From, made.MadeOn, made.PayBy, made.Opening, made.Drawn, made.Interest, made.Penalty, made.Paid, made.Adjusted, made.Closing,
            made.AskedPrincipal, made.AskedInterest, made.Overdue, made.Limit, made.Available), [.. paid]);
    }
}
