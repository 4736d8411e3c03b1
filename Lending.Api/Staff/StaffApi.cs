using Lending.Api.Requests;
using Lending.Api.Staff.Agreements;
using Lending.Api.Staff.Autopay;
using Lending.Api.Staff.Books;
using Lending.Api.Staff.Changes;
using Lending.Api.Staff.DayEnds;
using Lending.Api.Staff.Decisions;
using Lending.Api.Staff.Disbursements;
using Lending.Api.Staff.Files;
using Lending.Api.Staff.History;
using Lending.Api.Staff.Lines;
using Lending.Api.Staff.ManualPayments;
using Lending.Api.Staff.Penalties;
using Lending.Api.Staff.Products;
using Lending.Api.Staff.Reloans;
using Lending.Domain;

namespace Lending.Api.Staff;

/// <summary>What staff do in the portal, for scripts and other systems. Everything here needs a staff token except to sign in.</summary>
public static class StaffApi
{
    public const string Path = "/api/v1/staff";

    private const string OneLoan = "/loans/{loanId:regex(^LN-[0-9]{{4}}-[0-9]{{1,9}}$)}";

    public static IServiceCollection AddStaffApi(this IServiceCollection services) =>
        services.AddSingleton<StaffTokens>().AddSingleton<StaffCommands>().AddSingleton<FailedTries>().AddSingleton<TotpCheck>();

    public static void MapStaffApi(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup(Path).RequireAuthorization();
        SignInEndpoint.Map(staff);

        var files = staff.MapGroup("").Needs(Permission.Loans, Level.Read).WithTags("Staff files");
        ListLoansEndpoint.Map(files);
        BusinessDateEndpoint.Map(files);
        var file = files.MapGroup(OneLoan);
        LoanFileEndpoint.Map(file);
        StaffReceiptEndpoint.Map(file);
        StaffExplainEndpoint.Map(file);
        StaffAsOfEndpoint.Map(file);
        SchedulesEndpoint.Map(file);
        StaffLineEndpoints.Map(file);
        StaffAutopayEndpoints.MapReading(file);
        ReloanEndpoints.MapReading(files, file);

        var decisions = staff.MapGroup(OneLoan).MapChanges().WithTags("Staff decisions");
        DecisionEndpoints.Map(decisions);
        ResendAgreementEndpoint.Map(decisions);

        ReloanEndpoints.MapChanging(staff.MapGroup(OneLoan).MapChanges().WithTags("Staff re-loans"));

        var money = staff.MapGroup(OneLoan).MapChanges().WithTags("Staff money");
        ProposeDisbursementEndpoint.Map(money);
        ReturnDisbursementEndpoint.Map(money);
        ApproveDisbursementEndpoint.Map(money);
        RecordPaymentEndpoint.Map(money);
        ApprovePaymentEndpoint.Map(money);
        RejectPaymentEndpoint.Map(money);
        StaffDrawEndpoints.Map(money);
        StaffAutopayEndpoints.MapChanging(money);

        ProductEndpoints.Map(staff.MapGroup("").WithTags("Staff products"));
        ClassificationEndpoints.Map(staff.MapGroup("").WithTags("Staff products"));

        PreviewChangeEndpoint.Map(staff.MapGroup(OneLoan).WithTags("Staff changes"));
        var changes = staff.MapGroup(OneLoan).MapChanges().WithTags("Staff changes");
        ProposeChangeEndpoint.Map(changes);
        DecideChangeEndpoints.Map(changes);

        var books = staff.MapGroup("").WithTags("Staff books");
        ListDayEndsEndpoint.Map(books);
        var days = books.MapChanges();
        RequestDayEndEndpoint.Map(days);
        CancelDayEndEndpoint.Map(days);
        PenaltyRunEndpoints.Map(books);
        TrialBalanceEndpoint.Map(books);
        ReconciliationEndpoint.Map(books);
        ChartEndpoints.Map(books);
        AccountLoansEndpoint.Map(books);
        BucketsEndpoint.Map(books);
        JournalEntriesEndpoint.Map(books);
    }
}
