using Lending.Domain;
using Orleans.Concurrency;

namespace Lending.Grains;

/// <summary>One customer of one Brand. Key: Brand code, slash, customer id.</summary>
[Alias("lending.customer")]
public interface ICustomerGrain : IGrainWithStringKey
{
    [Alias("execute")]
    Task<Outcome<Customer>> ExecuteAsync(CustomerRequest request, CancellationToken cancellationToken = default);

    [Alias("get"), ReadOnly]
    Task<Outcome<Customer>> GetAsync(CancellationToken cancellationToken = default);
}

/// <summary>A command to a customer with what every command carries.</summary>
[Alias("lending.customer-request"), Immutable]
public sealed record CustomerRequest(CustomerCommand Command, CommandContext Context);
