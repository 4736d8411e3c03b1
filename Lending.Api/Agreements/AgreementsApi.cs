namespace Lending.Api.Agreements;

/// <summary>The agreement of a sanctioned loan: to read, and where to sign it.</summary>
public static class AgreementsApi
{
    public static void MapAgreementsApi(this RouteGroupBuilder loan)
    {
        ReadAgreementEndpoint.Map(loan);
        SigningLinkEndpoint.Map(loan);
    }
}
