namespace Lending.Api.Payments;

/// <summary>Paying back: links to the gateway's page, and what has been received.</summary>
public static class PaymentsApi
{
    public static void MapPaymentsApi(this RouteGroupBuilder loan, RouteGroupBuilder changes)
    {
        CreatePaymentLinkEndpoint.Map(changes);
        ListPaymentsEndpoint.Map(loan);
        ReceiptEndpoint.Map(loan);
    }
}
