using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Grains;

namespace Lending.Api.Onboarding;

/// <summary>The signed-in customer's record, as the onboarding steps need it.</summary>
public sealed class OnboardingCustomer(IGrainFactory grains, Journal journal)
{
    public async Task<Outcome<Customer>> GetAsync(Caller caller, CancellationToken cancellationToken) =>
        await GrainOf(caller).GetAsync(cancellationToken);

    /// <summary>The customer with the profile done; later checks compare with it.</summary>
    public async Task<Outcome<Customer>> WithProfileAsync(Caller caller, CancellationToken cancellationToken)
    {
        var outcome = await GetAsync(caller, cancellationToken);
        return outcome is { IsRefused: false, Value.Profile: null } ? new StepMissing(OnboardingSteps.Profile) : outcome;
    }

    /// <summary>True when this very request was carried out before; a provider need not be asked again.</summary>
    public async Task<bool> IsDoneAsync(Caller caller, CancellationToken cancellationToken) =>
        await journal.FindCommandAsync(caller.Brand, caller.Command().CommandId, cancellationToken) is not null;

    /// <summary>Every sealing of a value gives another cipher, so a retry is answered with the customer instead of being compared again.</summary>
    public async Task<Outcome<Customer>> ExecuteAsync(Caller caller, CustomerCommand command, CancellationToken cancellationToken) =>
        await IsDoneAsync(caller, cancellationToken)
            ? await GetAsync(caller, cancellationToken)
            : await GrainOf(caller).ExecuteAsync(new CustomerRequest(command, caller.Command()), cancellationToken);

    /// <summary>A command that belongs to something else of the same request, under an id of its own.</summary>
    public Task<Outcome<Customer>> ExecuteAsync(Caller caller, CustomerCommand command, string commandId, CancellationToken cancellationToken) =>
        GrainOf(caller).ExecuteAsync(new CustomerRequest(command, caller.Command(commandId)), cancellationToken);

    private ICustomerGrain GrainOf(Caller caller) => grains.GetGrain<ICustomerGrain>(GrainKeys.Of(caller.Brand, caller.CustomerId));
}
