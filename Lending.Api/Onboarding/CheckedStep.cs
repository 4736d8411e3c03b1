using System.Text.Json;
using Lending.Api.Requests;
using Lending.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.Onboarding;

/// <summary>A check that was recorded but did not succeed leaves its step open, and the borrower is told so.</summary>
public static class CheckedStep
{
    public static Results<Ok<OnboardingAnswer>, ProblemHttpResult> Answer(Caller caller, string step, string result, Outcome<Customer> outcome) =>
        outcome is { IsRefused: false, Value: var customer } && !customer!.Steps.ContainsKey(step)
            ? Problems.From(new CheckFailed(step, JsonNamingPolicy.SnakeCaseLower.ConvertName(result)))
            : OnboardingAnswer.Of(caller, outcome);
}
