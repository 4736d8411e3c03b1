namespace Lending.Api.BankAccounts;

/// <summary>The account money is sent to.</summary>
public static class BankAccountsApi
{
    public static void MapBankAccountsApi(this RouteGroupBuilder changes) => CheckBankAccountEndpoint.Map(changes);
}
