namespace Lending.Api.Quotes;

/// <summary>What can be borrowed, and what it would cost. Nothing is stored, so no Idempotency-Key is asked for.</summary>
public static class QuotesApi
{
    public static void MapQuotesApi(this RouteGroupBuilder api)
    {
        ListProductsEndpoint.Map(api);
        QuoteEndpoint.Map(api);
        KeyFactsEndpoints.Map(api);
    }
}
