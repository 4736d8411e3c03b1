namespace Lending.Api.Lines;

/// <summary>A borrower's own line of credit: what can be drawn, draws, statements, closing it.</summary>
public static class LinesApi
{
    public static void MapLinesApi(this RouteGroupBuilder loan, RouteGroupBuilder changes)
    {
        var line = loan.MapGroup("/line").WithTags("Lines of credit");
        GetLineEndpoint.Map(line);
        ListDrawsEndpoint.Map(line);
        StatementEndpoints.Map(line);
        var doing = changes.MapGroup("/line").WithTags("Lines of credit");
        DrawEndpoint.Map(doing);
        CloseLineEndpoint.Map(doing);
    }
}
