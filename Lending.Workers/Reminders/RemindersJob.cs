using Lending.Data;
using Lending.Domain;
using Quartz;

namespace Lending.Workers.Reminders;

/// <summary>
/// Puts the reminders of each Brand's business day into the outbox: instalments to be paid in as many days as the Brand reminds before
/// (7, 3, 1, 0). The outbox key names loan, instalment and day, so running again adds nothing.
/// </summary>
[DisallowConcurrentExecution]
public sealed class RemindersJob(Brands brands, PaymentReminders reminders, ILogger<RemindersJob> logger) : BrandJob(brands, logger)
{
    protected override Task RunAsync(Brand brand, CancellationToken cancellationToken) => reminders.QueueAsync(brand, cancellationToken);
}
