using System.Globalization;
using Lending.Data;
using Lending.Domain;

namespace Lending.Workers.Reminders;

/// <summary>The reminders of one business day (LOS-130).</summary>
public sealed class PaymentReminders(RemindersDueQuery due, Data.Outbox outbox)
{
    /// <summary>Queues what is due to be reminded on the Brand's business day; returns how many were new.</summary>
    public async Task<int> QueueAsync(Brand brand, CancellationToken cancellationToken)
    {
        var queued = 0;
        await foreach (var row in due.RunAsync(brand.Code, brand.BusinessDate, brand.Settings.ReminderDays, cancellationToken))
        {
            var days = row.PayBy.DayNumber - brand.BusinessDate.DayNumber;
            var item = new OutboxItem(OutboxKinds.SendMessage, $"{row.LoanId}:reminder:{row.Number}:{days}", new Dictionary<string, string>
            {
                ["template"] = MessageTemplates.PaymentReminder,
                ["customer"] = row.CustomerId,
                ["loan"] = row.LoanId,
                ["amountMinor"] = row.Due.Minor.ToString(CultureInfo.InvariantCulture),
                ["currency"] = row.Due.Currency.Code,
                ["days"] = days.ToString(CultureInfo.InvariantCulture),
                ["date"] = row.PayBy.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            });
            if (await outbox.AddAsync(brand.Code, item, cancellationToken)) queued++;
        }
        return queued;
    }
}
