using Lending.Data;
using Quartz;

namespace Lending.Workers.Reminders;

/// <summary>
/// Puts the reminders of each Brand's business day into the outbox: instalments to be paid in as many days as the Brand reminds before
/// (7, 3, 1, 0). The outbox key names loan, instalment and day, so running again adds nothing.
/// </summary>
[DisallowConcurrentExecution]
public sealed class RemindersJob(Brands brands, PaymentReminders reminders) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        foreach (var brand in await brands.ListAsync(cancellationToken))
            await reminders.QueueAsync(brand, cancellationToken);
    }
}
