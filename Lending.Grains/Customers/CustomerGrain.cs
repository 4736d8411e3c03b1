using Lending.Data;
using Lending.Domain;

namespace Lending.Grains;

/// <summary>Holds one customer in memory; works as <see cref="LoanGrain"/> does, with the customer's decider.</summary>
public sealed class CustomerGrain(Journal journal, Brands brands, TimeProvider clock) : Grain, ICustomerGrain
{
    private const int RoundsMax = 16;

    private Customer _customer = Customer.None;

    private (string Brand, string Id) Key => GrainKeys.Parse(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<Outcome<Customer>> ExecuteAsync(CustomerRequest request, CancellationToken cancellationToken)
    {
        var (brandCode, id) = Key;
        var context = request.Context;
        if (context.Brand != brandCode) return new CustomerNotFound();
        var hash = CommandHash.Of(request.Command);

        for (var round = 1; round <= RoundsMax; round++)
        {
            var brand = await brands.GetAsync(brandCode, cancellationToken);
            var at = clock.GetUtcNow();
            var decision = CustomerDecider.Decide(_customer, request.Command, context, brand, at);

            if (decision.Refusal is not null || decision.Events.IsEmpty)
            {
                if (await journal.FindCommandAsync(brandCode, context.CommandId, cancellationToken) is { } known)
                    return known.PayloadHash == hash && known.Id == id ? await CurrentAsync(cancellationToken) : new CommandIdReused();
                if (await CatchUpAsync(cancellationToken)) continue;
                return decision.Refusal is { } refusal ? refusal : _customer;
            }

            var after = decision.Events.Aggregate(_customer, CustomerEvolution.Evolve);
            var result = await AppendAsync(new CustomerAppend(
                context, hash, id, _customer.Version, [.. decision.Events.Select(fact => new BookedFact(fact, []))], decision.Outbox,
                brand.BusinessDate, at, after));
            switch (result)
            {
                case AppendResult.Appended:
                    return _customer = after;
                case AppendResult.Repeated repeated:
                    return repeated.Id == id ? await CurrentAsync(cancellationToken) : new CommandIdReused();
                case AppendResult.IdReused:
                    return new CommandIdReused();
                case AppendResult.Conflicted:
                    await LoadAsync(cancellationToken);
                    break;
            }
        }

        throw new TimeoutException($"Customer {id} was changed by others {RoundsMax} times in a row; nothing was stored.");
    }

    public async Task<Outcome<Customer>> GetAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        return _customer.Exists ? _customer : new CustomerNotFound();
    }

    private async Task<Customer> CurrentAsync(CancellationToken cancellationToken)
    {
        await CatchUpAsync(cancellationToken);
        return _customer;
    }

    private async Task<AppendResult> AppendAsync(CustomerAppend append)
    {
        try
        {
            return await journal.AppendAsync(append);
        }
        catch
        {
            DeactivateOnIdle(); // The journal may now hold more than memory; the next call loads it.
            throw;
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (brand, id) = Key;
        _customer = (await journal.LoadCustomerAsync(brand, id, cancellationToken))?.State ?? Customer.None;
    }

    private async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        var (brand, id) = Key;
        if (await journal.VersionAsync(brand, id, cancellationToken) == _customer.Version) return false;
        await LoadAsync(cancellationToken);
        return true;
    }
}
