namespace Lending.Api.Kyc;

/// <summary>The identity checks: PAN, then Aadhaar with a code to the phone that is linked with it.</summary>
public static class KycApi
{
    public static void MapKycApi(this RouteGroupBuilder changes)
    {
        CheckPanEndpoint.Map(changes);
        StartAadhaarEndpoint.Map(changes);
        VerifyAadhaarEndpoint.Map(changes);
    }
}
