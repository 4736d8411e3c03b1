using System.Data.Common;
using Lending.Data;
using Lending.Workers.Agreements;
using Lending.Workers.Autopay;
using Lending.Workers.DayEnd;
using Lending.Workers.Documents;
using Lending.Workers.FollowUp;
using Lending.Workers.Messages;
using Lending.Workers.Outbox;
using Lending.Workers.Payments;
using Lending.Workers.Payouts;
using Lending.Workers.Penalties;
using Lending.Workers.Reloans;
using Lending.Workers.Reminders;
using Lending.Workers.Statements;
using Quartz;

namespace Lending.Workers;

/// <summary>The jobs of the platform, on Quartz with its clustered store in PostgreSQL, so that several workers share them.</summary>
public static class WorkerJobs
{
    public static IServiceCollection AddWorkerServices(this IServiceCollection services) => services
        .AddSingleton<DayEndRunner>()
        .AddSingleton<PenaltyRunner>()
        .AddSingleton<PaymentReminders>()
        .AddSingleton<FollowUpRound>()
        .AddSingleton<PayoutSending>()
        .AddSingleton<PaymentLinkFollowUp>()
        .AddSingleton<LoanPayOff>()
        .AddSingleton<PaymentLinkSending>()
        .AddSingleton<MandateNews>()
        .AddSingleton<MandateFollowUp>()
        .AddSingleton<MandateRegistration>()
        .AddSingleton<DebitSending>()
        .AddSingleton<StatementQueue>()
        .AddSingleton<StatementPreparation>()
        .AddSingleton<ReloanWork>()
        .AddSingleton<ReloanExpiry>()
        .AddSingleton<MessageSending>()
        .AddSingleton<AgreementPreparation>()
        .AddSingleton<CertificatePreparation>()
        .AddSingleton<OutboxHandlers>();

    public static IServiceCollection AddWorkerJobs(this IServiceCollection services)
    {
        services.AddSingleton<DbDataSource>(provider => provider.GetRequiredService<LendingDatabase>().Source);
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "lending";
                scheduler.GenerateInstanceId = true;
            });
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(postgres => postgres.UseRegisteredDataSource = true);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = TimeSpan.FromSeconds(2);
                    cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(5);
                });
            });
            Every<OutboxJob>(quartz, "outbox", TimeSpan.FromSeconds(1));
            Every<DayEndJob>(quartz, "day-end", TimeSpan.FromSeconds(1));
            Every<PenaltyRunJob>(quartz, "penalty-runs", TimeSpan.FromSeconds(2));
            Every<RemindersJob>(quartz, "reminders", TimeSpan.FromMinutes(5));
            Every<PayoutFollowUpJob>(quartz, "payout-follow-up", TimeSpan.FromMinutes(1));
            Every<AgreementFollowUpJob>(quartz, "agreement-follow-up", TimeSpan.FromMinutes(2));
            Every<PaymentLinkFollowUpJob>(quartz, "payment-link-follow-up", TimeSpan.FromMinutes(1));
            Every<MandateFollowUpJob>(quartz, "mandate-follow-up", TimeSpan.FromMinutes(1));
            Every<ReloanExpiryJob>(quartz, "re-loan-expiry", TimeSpan.FromMinutes(5));
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void Every<TJob>(IQuartzBuilder quartz, string name, TimeSpan interval) where TJob : IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(name).StoreDurably());
        quartz.AddTrigger(trigger => trigger.ForJob(name).WithIdentity(name)
            .WithSimpleSchedule(schedule => schedule.WithInterval(interval).RepeatForever()));
    }
}
