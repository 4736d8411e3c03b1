using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Lending.Api.Onboarding;
using Lending.Api.Requests;
using Lending.Data;
using Lending.Domain;
using Lending.Providers.BankAccounts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lending.Api.BankAccounts;

public static class CheckBankAccountEndpoint
{
    public sealed record Request(
        [RegularExpression("^[0-9]{6,18}$")] string AccountNumber,
        [RegularExpression("^[A-Z]{4}0[A-Z0-9]{6}$")] string Ifsc);

    public static void Map(RouteGroupBuilder changes) => changes.MapPost("/bank-account", HandleAsync).WithName("CheckBankAccount").WithTags("Bank account")
        .WithSummary("Send one rupee to the account and compare the holder's name with the profile");

    private static async Task<Results<Ok<OnboardingAnswer>, ProblemHttpResult>> HandleAsync(
        Request request, Caller caller, HttpContext http, OnboardingCustomer customers, FieldCipher cipher, BankAccountProvider banks,
        CancellationToken cancellationToken)
    {
        var customer = await customers.WithProfileAsync(caller, cancellationToken);
        if (customer.IsRefused || await customers.IsDoneAsync(caller, cancellationToken)) return OnboardingAnswer.Of(caller, customer);

        var profile = ClearProfile.Of(cipher, caller.Brand, customer.Value.Profile!);
        var reference = $"penny-{IdempotencyKey.ReferenceOf(http, $"{caller.Brand}/{caller.CustomerId}", "penny-drop")}";
        var drop = await banks.PennyDropAsync(
            new PennyDropRequest(reference, request.AccountNumber, request.Ifsc, profile.FullName), cancellationToken);
        if (!drop.Accepted)
            return Problems.From(new ProviderRefused(drop.Refusal.Code, drop.Refusal.Code == "invalid_ifsc" ? "ifsc" : "accountNumber"));
        if (drop.Value is not { Outcome: PennyDropOutcome.Valid, NameAtBank: { } holder })
            return Problems.From(new CheckFailed(OnboardingSteps.BankAccount, JsonNamingPolicy.SnakeCaseLower.ConvertName(drop.Value.Outcome.ToString())));

        var command = new RecordBankAccount(
            cipher.Seal(caller.Brand, Field.BankAccount, request.AccountNumber), request.Ifsc, cipher.Seal(caller.Brand, Field.Name, holder),
            NameMatch.PercentOf(holder, profile.FullName), drop.Value.ProviderReference);
        return CheckedStep.Answer(
            caller, OnboardingSteps.BankAccount, "NameMismatch", await customers.ExecuteAsync(caller, command, cancellationToken));
    }
}
