namespace Lending.Api.Profile;

/// <summary>Who the borrower is, and how far onboarding has come.</summary>
public static class ProfileApi
{
    public static void MapProfileApi(this RouteGroupBuilder me, RouteGroupBuilder changes)
    {
        MeEndpoint.Map(me);
        SaveProfileEndpoint.Map(changes);
    }
}
