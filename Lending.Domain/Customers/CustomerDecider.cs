using System.Diagnostics;

namespace Lending.Domain;

/// <summary>
/// What becomes of a command to a customer. Only the borrower themselves or the platform may give one; for another borrower there is
/// no such customer.
/// </summary>
public static class CustomerDecider
{
    /// <summary>Per cent of the holder's name at the bank that has to match the profile (LOS-017).</summary>
    public const int NameMatchNeeded = 85;

    public static CustomerDecision Decide(Customer customer, CustomerCommand command, CommandContext context, Brand brand, DateTimeOffset now)
    {
        if (Refuse(customer, command, context.Grants) is { } refusal) return refusal;
        return command switch
        {
            RegisterCustomer c => Register(customer, c, now),
            SaveProfile c => Save(customer, c, brand, now),
            RecordPanCheck c => Check(customer, c, now),
            RecordAadhaarCheck c => Check(customer, c, now),
            RecordBankAccount c => Check(customer, c, now),
            GiveConsent c => Consent(customer, c, now),
            _ => throw new UnreachableException($"No rule decides {command.GetType().Name}."),
        };
    }

    private static Refusal? Refuse(Customer customer, CustomerCommand command, Grants grants)
    {
        if (grants is { IsSystem: false, CustomerId: null }) return new NotPermitted("borrower");
        var id = customer.Exists ? customer.Id : (command as RegisterCustomer)?.CustomerId;
        return id is null || (!grants.IsSystem && grants.CustomerId != id) ? new CustomerNotFound() : null;
    }

    private static CustomerDecision Register(Customer customer, RegisterCustomer command, DateTimeOffset now)
    {
        if (customer.Exists)
            return SealedValues.Same(customer.Mobile, command.Mobile) && SealedValues.Same(customer.Email, command.Email)
                ? CustomerDecision.Nothing
                : new AlreadyRegistered();
        if (command.Mobile is null && command.Email is null) return new ContactMissing();

        return CustomerDecision.Accept(new CustomerRegistered(command.CustomerId, command.Mobile, command.Email, command.WhatsAppOptIn, now));
    }

    private static CustomerDecision Save(Customer customer, SaveProfile command, Brand brand, DateTimeOffset now)
    {
        if (customer.Profile == command.Profile) return CustomerDecision.Nothing;
        var served = brand.Settings.ServedPincodePrefixes;
        var pincode = command.Profile.Pincode;
        if (!served.IsEmpty && (pincode.Length < 2 || !served.Contains(pincode[..2]))) return new PincodeNotServed();

        return CustomerDecision.Accept(new ProfileSaved(command.Profile, now));
    }

    /// <summary>Every check is recorded, also a failed one; only a match completes the step.</summary>
    private static CustomerDecision Check(Customer customer, RecordPanCheck command, DateTimeOffset now)
    {
        if (customer.Profile is null) return new StepMissing(OnboardingSteps.Profile);
        if (customer.PanResult is PanCheckResult.Matched && command.Result is PanCheckResult.Matched && Done(customer, OnboardingSteps.Pan)
            && SealedValues.Same(customer.Pan, command.Pan))
            return CustomerDecision.Nothing;

        return CustomerDecision.Accept(new PanChecked(command.Pan, command.Result, command.ProviderReference, now));
    }

    private static CustomerDecision Check(Customer customer, RecordAadhaarCheck command, DateTimeOffset now)
    {
        if (customer.Profile is null) return new StepMissing(OnboardingSteps.Profile);
        if (customer.AadhaarResult is AadhaarCheckResult.Matched && command.Result is AadhaarCheckResult.Matched
            && Done(customer, OnboardingSteps.Aadhaar) && SealedValues.Same(customer.Aadhaar, command.Aadhaar))
            return CustomerDecision.Nothing;

        return CustomerDecision.Accept(new AadhaarChecked(command.Aadhaar, command.Result, command.ProviderReference, now, command.LinkedMobile));
    }

    private static CustomerDecision Check(Customer customer, RecordBankAccount command, DateTimeOffset now)
    {
        if (customer.Profile is null) return new StepMissing(OnboardingSteps.Profile);
        if (customer.BankAccount is { } account && account.ProviderReference == command.ProviderReference
            && account.Ifsc == command.Ifsc && SealedValues.Same(account.AccountNumber, command.AccountNumber)
            && account.NameMatchPercent == command.NameMatchPercent && account.Verified == Done(customer, OnboardingSteps.BankAccount))
            return CustomerDecision.Nothing;

        return CustomerDecision.Accept(new BankAccountChecked(
            command.AccountNumber, command.Ifsc, command.HolderAtBank, command.NameMatchPercent,
            command.NameMatchPercent >= NameMatchNeeded, command.ProviderReference, now));
    }

    private static CustomerDecision Consent(Customer customer, GiveConsent command, DateTimeOffset now)
    {
        if (!command.DataSharing || !command.BureauEnquiry) return new ConsentIncomplete();
        if (customer.Consent is { } given && given.TermsVersion == command.TermsVersion && given.PrivacyVersion == command.PrivacyVersion
            && (command.ForReloanOf is null || command.ForReloanOf == given.ForReloanOf))
            return CustomerDecision.Nothing;

        return CustomerDecision.Accept(new ConsentGiven(
            command.TermsVersion, command.PrivacyVersion, command.DataSharing, command.BureauEnquiry, now) { ForReloanOf = command.ForReloanOf });
    }

    private static bool Done(Customer customer, string step) => customer.Steps.ContainsKey(step);
}
