using System.Globalization;
using Lending.Data;
using Lending.Domain;

namespace Lending.Workers.Payments;

/// <summary>Books what a new loan held back on the old loan that it pays off. The payment's id names the new loan, so it is booked once.</summary>
public sealed class LoanPayOff(IGrainFactory grains)
{
    public async Task HandleAsync(OutboxTask task, CancellationToken cancellationToken)
    {
        var data = task.Item.Data;
        var amount = new Money(long.Parse(data["amountMinor"], CultureInfo.InvariantCulture), Currency.Of(data["currency"]));
        var command = new ReceivePayment($"refinance-{data["by"]}", amount, PaymentChannels.Refinance, data["by"])
        {
            PayoffOn = data.TryGetValue("on", out var on) ? DateOnly.ParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        };
        var outcome = await grains.ExecuteAsync(task.Brand, data["loan"], command, $"refinance:{data["by"]}", "refinance", cancellationToken);
        if (outcome.IsRefused) throw new InvalidOperationException($"{data["loan"]} did not take what {data["by"]} pays off: {outcome.Refusal.Code}.");
    }
}
