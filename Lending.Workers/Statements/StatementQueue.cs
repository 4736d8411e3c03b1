using Lending.Data;
using Lending.Domain;

namespace Lending.Workers.Statements;

/// <summary>
/// After a day is closed: asks for the account statements and bills of the morning that follows (RF-027). A day that is made up for is asked for too, as its period is
/// stated all the same; a bill whose day to pay by has gone by is not made.
/// </summary>
public sealed class StatementQueue(StatementsDue due, TimeProvider clock)
{
    public async Task QueueAsync(Brand brand, DateOnly closed, CancellationToken cancellationToken)
    {
        var morning = closed.AddDays(1);
        if (brand.Settings.StatementDay == morning.Day)
            await due.QueueStatementsAsync(brand.Code, closed, morning.AddMonths(-1).AddDays(-1), cancellationToken);
        await due.QueueBillsAsync(brand.Code, closed, brand.ClockDayOf(clock.GetUtcNow()) ?? morning, cancellationToken); // Where staff move the business date, no day has ever gone by.
    }
}
