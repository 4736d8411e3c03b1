namespace Lending.Api.Applications;

/// <summary>Applying for a loan, from the choice of product to the submission.</summary>
public static class ApplicationsApi
{
    /// <summary>New applications; the group asks for an Idempotency-Key.</summary>
    public static void MapApplicationsApi(this RouteGroupBuilder changes) => StartApplicationEndpoint.Map(changes);

    /// <summary>What can be done to one's own application.</summary>
    public static void MapApplicationDecisions(this RouteGroupBuilder application)
    {
        SubmitApplicationEndpoint.Map(application);
        CancelApplicationEndpoint.Map(application);
    }
}
