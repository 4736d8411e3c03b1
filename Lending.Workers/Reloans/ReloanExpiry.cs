using Lending.Data;
using Lending.Domain;

namespace Lending.Workers.Reloans;

/// <summary>Ends offers nobody took in their days.</summary>
public sealed class ReloanExpiry(ReloansOver over, IGrainFactory grains)
{
    /// <summary>Returns how many had run out on the Brand's business day.</summary>
    public async Task<int> RunAsync(Brand brand, CancellationToken cancellationToken)
    {
        var ended = 0;
        foreach (var offer in await over.RunAsync(brand.Code, brand.BusinessDate, cancellationToken))
        {
            var command = new EndReloan(offer.Number, ReloanEnding.Expired, "offer_days_over");
            var outcome = await grains.ExecuteAsync(brand.Code, offer.LoanId, command, $"{offer.LoanId}:reloan.expire:{offer.Number}", "re-loan", cancellationToken);
            if (!outcome.IsRefused) ended++;
        }

        return ended;
    }
}
