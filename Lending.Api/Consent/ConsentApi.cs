namespace Lending.Api.Consent;

/// <summary>What the borrower agrees to before applying.</summary>
public static class ConsentApi
{
    public static void MapConsentApi(this RouteGroupBuilder changes) => GiveConsentEndpoint.Map(changes);
}
