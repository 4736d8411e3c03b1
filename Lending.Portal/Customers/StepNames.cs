using Lending.Domain;
using Lending.Portal.Components;

namespace Lending.Portal.Customers;

/// <summary>Onboarding steps in words: alone, and inside a sentence.</summary>
public static class StepNames
{
    public static (string Word, string Inside) Of(string step) => step switch
    {
        OnboardingSteps.Pan => ("PAN", "PAN"),
        OnboardingSteps.Aadhaar => ("Aadhaar", "Aadhaar"),
        _ => (StatusLooks.Of(step).Word, StatusLooks.Of(step).Word.ToLowerInvariant()),
    };
}
