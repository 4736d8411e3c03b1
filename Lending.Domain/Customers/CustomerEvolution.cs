using System.Collections.Immutable;
using System.Diagnostics;

namespace Lending.Domain;

/// <summary>Applies facts to a customer. Never refuses one.</summary>
public static class CustomerEvolution
{
    public static Customer Evolve(Customer customer, CustomerEvent @event) => Apply(customer, @event) with { Version = customer.Version + 1 };

    public static Customer Replay(IEnumerable<CustomerEvent> events)
    {
        var customer = Customer.None;
        foreach (var @event in events) customer = Evolve(customer, @event);
        return customer;
    }

    private static Customer Apply(Customer customer, CustomerEvent @event) => @event switch
    {
        CustomerRegistered e => customer with
        {
            Id = e.CustomerId, Mobile = e.Mobile, Email = e.Email, WhatsAppOptIn = e.WhatsAppOptIn,
            Steps = customer.Steps.SetItem(OnboardingSteps.Registration, e.At),
        },
        ProfileSaved e => customer with { Profile = e.Profile, Steps = AfterProfile(customer, e) },
        PanChecked e => customer with
        {
            Pan = e.Pan, PanResult = e.Result, Steps = Step(customer.Steps, OnboardingSteps.Pan, e.Result is PanCheckResult.Matched, e.At),
        },
        AadhaarChecked e => customer with
        {
            Aadhaar = e.Aadhaar, AadhaarResult = e.Result, AadhaarMobile = e.LinkedMobile ?? customer.AadhaarMobile,
            Steps = Step(customer.Steps, OnboardingSteps.Aadhaar, e.Result is AadhaarCheckResult.Matched, e.At),
        },
        BankAccountChecked e => customer with
        {
            BankAccount = new VerifiedAccount(e.AccountNumber, e.Ifsc, e.HolderAtBank, e.NameMatchPercent, e.Verified, e.ProviderReference, e.At),
            Steps = Step(customer.Steps, OnboardingSteps.BankAccount, e.Verified, e.At),
        },
        ConsentGiven e => customer with { Consent = e, Steps = customer.Steps.SetItem(OnboardingSteps.Consent, e.At) },
        _ => throw new UnreachableException($"No rule applies {@event.GetType().Name} to a customer."),
    };

    /// <summary>Checks were made against the name and the date of birth: when one of them changes, they have to be made again.</summary>
    private static ImmutableSortedDictionary<string, DateTimeOffset> AfterProfile(Customer customer, ProfileSaved e)
    {
        var steps = customer.Steps.SetItem(OnboardingSteps.Profile, e.At);
        var samePerson = customer.Profile is not { } before
            || (SealedValues.Same(before.FullName, e.Profile.FullName) && SealedValues.Same(before.BornOn, e.Profile.BornOn)
                && before.BornMonth == e.Profile.BornMonth);
        return samePerson ? steps : steps.Remove(OnboardingSteps.Pan).Remove(OnboardingSteps.Aadhaar).Remove(OnboardingSteps.BankAccount);
    }

    private static ImmutableSortedDictionary<string, DateTimeOffset> Step(
        ImmutableSortedDictionary<string, DateTimeOffset> steps, string step, bool succeeded, DateTimeOffset at) =>
        succeeded ? steps.SetItem(step, at) : steps.Remove(step);
}
