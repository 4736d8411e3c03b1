using System.Text.Json.Nodes;
using Lending.Api.Applications;
using Lending.Api.BankAccounts;
using Lending.Api.Consent;
using Lending.Api.Kyc;
using Lending.Api.Payments;
using Lending.Api.Profile;
using Lending.Api.Quotes;
using Lending.Api.Reloans;
using Lending.Api.Requests;
using Lending.Api.SignUp;
using Lending.Api.Staff;
using Lending.Api.Staff.Changes;
using Lending.Api.Staff.DayEnds;
using Lending.Api.Staff.Decisions;
using Lending.Api.Staff.Disbursements;
using Lending.Api.Staff.ManualPayments;
using Lending.Api.Staff.Reloans;
using Lending.Domain.Engine;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Lending.Api.Description;

/// <summary>A body to try for every request, so that the walk works from the description page.</summary>
internal sealed class SchemaExamples : IOpenApiSchemaTransformer
{
    private static readonly Dictionary<Type, string> Bodies = new()
    {
        [typeof(MoneyDto)] = """{"minor":5000000,"currency":"INR"}""",
        [typeof(AskForOtpEndpoint.Request)] = """{"mobile":"+919812345678","whatsAppOptIn":true}""",
        [typeof(VerifyOtpEndpoint.Request)] = """{"challengeId":"5b2f…","code":"123456"}""",
        [typeof(SaveProfileEndpoint.Request)] = """
            {"fullName":"Asha Kumar","bornOn":"1994-05-17","gender":"female","maritalStatus":"single","fatherName":"Ravi Kumar","motherName":"Meena Kumar",
             "religion":"Hindu","address":"12 MG Road, Bengaluru","pincode":"560001"}
            """,
        [typeof(CheckPanEndpoint.Request)] = """{"pan":"ABCPK1234F"}""",
        [typeof(StartAadhaarEndpoint.Request)] = """{"aadhaarNumber":"234567890123"}""",
        [typeof(VerifyAadhaarEndpoint.Request)] = """{"otp":"123456"}""",
        [typeof(CheckBankAccountEndpoint.Request)] = """{"accountNumber":"50100123456789","ifsc":"HDFC0000123"}""",
        [typeof(GiveConsentEndpoint.Request)] = """{"termsVersion":"2026-04","privacyVersion":"2026-04","dataSharing":true,"bureauEnquiry":true}""",
        [typeof(QuoteRequest)] = """{"productCode":"emi","amount":{"minor":5000000,"currency":"INR"},"tenure":6}""",
        [typeof(StartApplicationEndpoint.Request)] = """{"productCode":"emi","amount":{"minor":5000000,"currency":"INR"},"tenure":6}""",
        [typeof(CancelApplicationEndpoint.Request)] = """{"reason":"I no longer need it"}""",
        [typeof(AcceptReloanEndpoint.Request)] = """{"consent":{"termsVersion":"2026-04","privacyVersion":"2026-04","dataSharing":true,"bureauEnquiry":true}}""",
        [typeof(DeclineReloanEndpoint.Request)] = """{"reason":"I need nothing now"}""",
        [typeof(ReloanEndpoints.Approval)] = """{"note":"Repaid early, income unchanged"}""",
        [typeof(ReloanEndpoints.Refused)] = """{"reason":"Moved abroad"}""",
        [typeof(SignInEndpoint.Request)] = """{"brand":"saffron","email":"deepa@saffron.test","password":"…"}""",
        [typeof(DecisionEndpoints.Agreed)] = """{"amount":{"minor":5000000,"currency":"INR"},"note":"Income covers the instalment"}""",
        [typeof(ProposeDisbursementEndpoint.Request)] = """{"channel":"IMPS"}""",
        [typeof(ApproveDisbursementEndpoint.Request)] = """{"net":{"minor":4802500,"currency":"INR"},"code":"123456"}""",
        [typeof(RecordPaymentEndpoint.Request)] = """
            {"amount":{"minor":400000,"currency":"INR"},"channel":"CASH","reference":"R-1042","receivedOn":"2026-11-22","note":"Paid at the branch"}
            """,
        [typeof(ApprovePaymentEndpoint.Request)] = """{"code":"123456"}""",
        [typeof(PreviewChangeEndpoint.Request)] = """{"change":{"kind":"rate","ratePercent":16}}""",
        [typeof(ProposeChangeEndpoint.Request)] = """{"change":{"kind":"rate","ratePercent":16},"note":"Promised for a year of payments on time"}""",
        [typeof(ChangeRequest)] = """{"kind":"moratorium","instalments":2,"interest":"accrues"}""",
        [typeof(DecideChangeEndpoints.Approval)] = """{"code":"123456"}""",
        [typeof(DecideChangeEndpoints.Rejection)] = """{"reason":"Nobody promised it"}""",
        [typeof(RequestDayEndEndpoint.Request)] = """{"through":"2026-12-22"}""",
        [typeof(SimulationInput)] = """
            {"product":{"principal":1000,"annualRatePct":12,"installments":3,"repayEvery":1,"repayUnit":"Months","scheduleType":"Progressive"},
             "submittedOn":"2026-01-01","events":[{"type":"Disburse","date":"2026-01-01","amount":1000}]}
            """,
        [typeof(CreatePaymentLinkEndpoint.Request)] = """{"amount":{"minor":877000,"currency":"INR"}}""",
    };

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is null && Bodies.TryGetValue(context.JsonTypeInfo.Type, out var body)) schema.Examples = [JsonNode.Parse(body)!];
        return Task.CompletedTask;
    }
}
