using System.Globalization;
using Lending.Data;
using Lending.Domain;

namespace Lending.Workers.Reminders;

/// <summary>The reminders of one business day (LOS-130).</summary>
public sealed class PaymentReminders(RemindersDueQuery due, Data.Outbox outbox)
{
    /// <summary>Queues what is to be reminded of on the Brand's business day; returns how many were new.</summary>
    public async Task<int> QueueAsync(Brand brand, CancellationToken cancellationToken)
    {
        var queued = 0;
        ReminderDue? last = null;
        while (await due.RunAsync(brand.Code, brand.BusinessDate, brand.Settings.ReminderDays, last, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var row in page)
                if (await outbox.AddAsync(brand.Code, row.LoanId, Reminder(row), cancellationToken)) queued++;
            last = page[^1];
        }
        return queued;
    }

    // The key names loan, instalment and days left: each reminder goes out once, however often the day is looked at.
    private static OutboxItem Reminder(ReminderDue row) => new(
        OutboxKinds.SendMessage, $"{row.LoanId}:reminder:{row.Number}:{row.DaysLeft}:{row.PayBy:yyyyMMdd}", new Dictionary<string, string>
        {
            ["template"] = MessageTemplates.PaymentReminder,
            ["customer"] = row.CustomerId,
            ["loan"] = row.LoanId,
            ["amountMinor"] = row.Amount.Minor.ToString(CultureInfo.InvariantCulture),
            ["currency"] = row.Amount.Currency.Code,
            ["days"] = row.DaysLeft.ToString(CultureInfo.InvariantCulture),
            ["date"] = row.PayBy.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
}
