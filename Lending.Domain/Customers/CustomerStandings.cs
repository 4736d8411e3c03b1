namespace Lending.Domain;

/// <summary>A customer as far as a loan needs to know.</summary>
public static class CustomerStandings
{
    public static CustomerStanding Of(string customerId, Customer customer, DateOnly today) => new(
        customerId,
        customer.MissingSteps,
        customer.Profile is { } profile ? AgeOf(profile.BornMonth, today) : null,
        customer.BankAccount is { Verified: true } && customer.Steps.ContainsKey(OnboardingSteps.BankAccount))
    {
        BankCheckedAt = customer.BankAccount?.CheckedAt, ConsentForReloanOf = customer.Consent?.ForReloanOf,
    };

    /// <summary>
    /// Completed years. Only the month of birth is known here, so a year counts from the month after the birthday: nobody is taken for old
    /// enough a day too soon.
    /// </summary>
    public static int AgeOf(DateOnly bornMonth, DateOnly today)
    {
        var years = today.Year - bornMonth.Year;
        return today.Month > bornMonth.Month ? years : years - 1;
    }
}
