using Lending.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what Lending.Data offers.</summary>
public static class LendingDataServices
{
    /// <summary>
    /// The database of the connection string lendingdb (as the services' role), the journal, queries and small writers, and the field keys:
    /// <c>Fields:Key</c> and, after a rotation, <c>Fields:OldKeys</c> (base64, 32 bytes each).
    /// </summary>
    public static IServiceCollection AddLendingData(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new LendingDatabase(
            provider.GetRequiredService<IConfiguration>().GetConnectionString("lendingdb")
                ?? throw new InvalidOperationException("ConnectionStrings:lendingdb is missing."),
            source => source.UseLoggerFactory(provider.GetService<ILoggerFactory>())));
        services.TryAddSingleton(provider => FieldCipherOf(provider.GetRequiredService<IConfiguration>()));
        services.TryAddSingleton<Journal>();
        services.TryAddSingleton<JournalFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<JournalFeed>());
        foreach (var type in Offered) services.TryAddSingleton(type);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("lendingdb");
        return services;
    }

    private static Type[] Offered { get; } = 
    [
        typeof(Brands), typeof(Products), typeof(ProductVersions), typeof(ProductDesk), typeof(PenaltyClassifications), typeof(ClassificationDesk), typeof(Numbers), typeof(Staff), typeof(Administration), typeof(Documents), typeof(ProviderCalls), typeof(Outbox),
        typeof(DayEndRuns), typeof(PenaltyRuns), typeof(PenaltyRunDesk), typeof(PenaltyPreviewQuery), typeof(ReadAudit), typeof(ExportAudit), typeof(AuditQuery), typeof(SessionKeys), typeof(RecordVerification),
        typeof(UsedCodes), typeof(Drafts), typeof(Preferences),
        typeof(LoanListQuery), typeof(LoanFileQuery), typeof(LoanOnDayQuery), typeof(SchedulesQuery), typeof(InstalmentsQuery), typeof(TimelineQuery), typeof(BorrowerLoansQuery),
        typeof(RemindersDueQuery), typeof(PaymentsQuery), typeof(PaymentLinksQuery), typeof(UnmatchedPaymentsQuery), typeof(PaymentMatching),
        typeof(LineDrawsQuery), typeof(LineStatementsQuery),
        typeof(WorkQueueQuery), typeof(ApprovalsQuery), typeof(LedgerQuery), typeof(Charts), typeof(ChartDesk), typeof(AccountChoices), typeof(AccountLoansQuery), typeof(JournalEntriesQuery),
        typeof(TrialBalanceQuery), typeof(BucketsQuery), typeof(Reconciliation), typeof(ReconciliationQuery), typeof(CustomerListQuery), typeof(CustomerFileQuery), typeof(SearchQuery), typeof(StaffQuery),
        typeof(DocumentsQuery), typeof(DayEndQuery), typeof(ProviderCallsQuery), typeof(PayoutsUnderWayQuery), typeof(AgreementsOutQuery), typeof(OpenPaymentLinks), typeof(OpenMandates), typeof(MandatesQuery), typeof(NobodysPaymentsQuery), typeof(StatementsDue), typeof(StatementsQuery), typeof(RejectionsQuery), typeof(OpenLoansQuery), typeof(CustomerRecordQuery), typeof(ReloansQuery), typeof(ReloansOver), typeof(UnmatchedPayments), typeof(Verify), typeof(Rebuild),
    ];

    private static FieldCipher FieldCipherOf(IConfiguration configuration)
    {
        var current = configuration["Fields:Key"] ?? throw new InvalidOperationException("Fields:Key is missing.");
        var old = configuration.GetSection("Fields:OldKeys").Get<string[]>() ?? [];
        return new FieldCipher([.. old.Prepend(current).Select(KeyOf)]);
    }

    // The key comes as 32 bytes in base64; any longer text is accepted too and hashed, so that a generated password serves as well.
    private static byte[] KeyOf(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length >= 32
            ? bytes[..length]
            : System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
