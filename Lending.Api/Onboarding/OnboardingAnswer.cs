using System.Collections.Immutable;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Onboarding;

/// <summary>A step that is done, and since when.</summary>
public sealed record StepDone(string Step, DateTimeOffset At);

/// <summary>
/// How far a customer has come (LOS-012). NextStep is where to resume, null when everything is done. What is personal is masked.
/// </summary>
public sealed record OnboardingAnswer(
    string CustomerId, string Brand, string? Mobile, string? Email, bool WhatsAppOptIn, string? Pan, string? Aadhaar, string? BankAccount, string? Ifsc,
    ImmutableArray<StepDone> StepsDone, ImmutableArray<string> StepsMissing, string? NextStep)
{
    public static OnboardingAnswer Of(Caller caller, Customer customer) => new(
        caller.CustomerId, caller.Brand, customer.Mobile?.Mask, customer.Email?.Mask, customer.WhatsAppOptIn, customer.Pan?.Mask, customer.Aadhaar?.Mask,
        customer.BankAccount?.AccountNumber.Mask, customer.BankAccount?.Ifsc,
        [.. OnboardingSteps.All.Where(customer.Steps.ContainsKey).Select(step => new StepDone(step, customer.Steps[step]))],
        customer.MissingSteps, customer.MissingSteps is [var next, ..] ? next : null);

    public static Results<Ok<OnboardingAnswer>, ProblemHttpResult> Of(Caller caller, Outcome<Customer> outcome) => outcome.IsRefused
        ? Problems.From(outcome.Refusal)
        : TypedResults.Ok(Of(caller, outcome.Value));
}
