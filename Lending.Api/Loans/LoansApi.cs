using Lending.Api.Agreements;
using Lending.Api.Applications;
using Lending.Api.Autopay;
using Lending.Api.Lines;
using Lending.Api.Payments;
using Lending.Api.Reloans;
using Lending.Api.Requests;
using Lending.Api.Statements;

namespace Lending.Api.Loans;

/// <summary>One loan, from application to certificate. Anything mapped on `loan` is owner-only without asking.</summary>
public static class LoansApi
{
    public static void MapLoansApi(this RouteGroupBuilder api)
    {
        var loans = api.MapGroup("/loans").WithTags("Loans");
        ListLoansEndpoint.Map(loans);

        var loan = loans.MapGroup("/{loanId}").AddEndpointFilter<OwnsLoanFilter>();
        GetLoanEndpoint.Map(loan);
        ScheduleEndpoint.Map(loan);
        LedgerEndpoint.Map(loan);
        AsOfEndpoint.Map(loan);
        ExplainEndpoint.Map(loan);
        CertificateEndpoint.Map(loan);
        loan.MapStatementsApi();
        loan.MapAgreementsApi();

        var application = api.MapGroup("/applications/{loanId}").AddEndpointFilter<OwnsLoanFilter>().MapChanges();
        application.MapApplicationDecisions();
        var changes = loan.MapChanges();
        CoolingOffEndpoint.Map(changes);
        loan.MapPaymentsApi(changes);
        loan.MapLinesApi(changes);
        loan.MapAutopayApi(changes);
        loan.MapReloansApi(changes);
    }
}
