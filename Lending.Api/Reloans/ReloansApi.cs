namespace Lending.Api.Reloans;

/// <summary>The offer of another loan that a repaid one brought its borrower.</summary>
public static class ReloansApi
{
    public static void MapReloansApi(this RouteGroupBuilder loan, RouteGroupBuilder changes)
    {
        GetReloanEndpoint.Map(loan.MapGroup("/reloan").WithTags("Re-loans"));
        var answers = changes.MapGroup("/reloan").WithTags("Re-loans");
        AcceptReloanEndpoint.Map(answers);
        DeclineReloanEndpoint.Map(answers);
    }
}
