using System.Net;
using System.Text;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>What must not be possible, and how it is said.</summary>
[Collection(ApiCollection.Name)]
public sealed class RefusalTests(RunningApi running)
{
    private static readonly object Emi = new { productCode = "EMI", amount = new { minor = 50_000_00, currency = "INR" }, tenure = 6 };

    private LendingApp App => running.App;

    [Fact]
    public async Task AnyAddress_WithoutAToken_IsAnsweredWith401AndAProblem()
    {
        var answer = await App.Stranger.GetAsync("/api/v1/me");

        AssertProblem(answer, HttpStatusCode.Unauthorized, "not_signed_in");
    }

    [Fact]
    public async Task AnyAddress_WithATamperedToken_IsAnsweredWith401()
    {
        var borrower = await App.SignUpAsync();
        var parts = borrower.Api.AccessToken!.Split('.');
        var payload = Encoding.UTF8.GetString(Convert.FromBase64String(parts[1].Replace('-', '+').Replace('_', '/').PadRight((parts[1].Length + 3) / 4 * 4, '=')));
        var forged = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload.Replace("saffron", "indigo"))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var unsigned = Convert.ToBase64String("{\"alg\":\"none\"}"u8).TrimEnd('=');

        AssertProblem(await App.Stranger.With($"{parts[0]}.{forged}.{parts[2]}").GetAsync("/api/v1/me"), HttpStatusCode.Unauthorized, "not_signed_in");
        AssertProblem(await App.Stranger.With($"{unsigned}.{forged}.").GetAsync("/api/v1/me"), HttpStatusCode.Unauthorized, "not_signed_in");
    }

    [Fact]
    public async Task Loan_OfAnotherBorrowerOrBrand_LooksLikeNoLoanAtAll()
    {
        var owner = await App.SignUpAsync();
        var loanId = await owner.StartAsync("EMI", 50_000_00, 6);
        var neighbour = await App.SignUpAsync();
        var stranger = await App.SignUpAsync("indigo");

        foreach (var other in new[] { neighbour, stranger })
            foreach (var path in new[] { "", "/schedule", "/ledger", "/agreement", "/agreement/signing-link", "/payments", "/certificate" })
                AssertProblem(await other.Api.GetAsync($"/api/v1/loans/{loanId}{path}"), HttpStatusCode.NotFound, "loan_not_found");
        AssertProblem(await neighbour.Api.PostAsync($"/api/v1/applications/{loanId}/submit"), HttpStatusCode.NotFound, "loan_not_found");
        AssertProblem(await neighbour.Api.GetAsync("/api/v1/loans/LN-0000-99999"), HttpStatusCode.NotFound, "loan_not_found");
        AssertProblem(await neighbour.Api.GetAsync("/api/v1/loans/..%2fx"), HttpStatusCode.NotFound, "loan_not_found");
    }

    [Fact]
    public async Task SignUp_ThroughAnUnknownBrand_IsAnsweredWith404()
    {
        var answer = await SignUp.AskAsync(App.Stranger, "nobody", new { mobile = Person.Next().Mobile }, null, default);

        AssertProblem(answer, HttpStatusCode.NotFound, "brand_not_found");
    }

    [Fact]
    public async Task SignUp_OfAKnownContact_SignsTheSameCustomerIn()
    {
        var person = Person.Next();
        var first = await App.SignUpAsync(person: person);
        var again = await App.SignUpAsync(person: person);
        var elsewhere = await App.SignUpAsync("indigo", person);

        Assert.Equal(first.CustomerId, again.CustomerId);
        Assert.NotEqual(("saffron", first.CustomerId), (elsewhere.Brand, elsewhere.CustomerId));
    }

    [Fact]
    public async Task Code_TriedWronglyFiveTimes_IsNoLongerTaken()
    {
        var person = Person.Next();
        var asked = (await SignUp.AskAsync(App.Stranger, "saffron", new { mobile = person.Mobile }, null, default)).Ok();
        var code = await new Phone(App.Sandbox, person.Mobile).CodeAsync("code");
        var wrong = code == "000000" ? "000001" : "000000";
        for (var tries = 1; tries <= 5; tries++)
            AssertProblem(await VerifyAsync(asked, wrong), HttpStatusCode.UnprocessableEntity, "otp_wrong");

        AssertProblem(await VerifyAsync(asked, code), HttpStatusCode.Conflict, "otp_expired");
    }

    [Fact]
    public async Task Code_AskedForTooOften_IsAnsweredWith429AndWhenToComeBack()
    {
        var person = Person.Next();
        for (var sent = 1; sent <= 5; sent++) (await SignUp.AskAsync(App.Stranger, "saffron", new { mobile = person.Mobile }, null, default)).Ok();

        var answer = await SignUp.AskAsync(App.Stranger, "saffron", new { mobile = person.Mobile }, null, default);

        AssertProblem(answer, HttpStatusCode.TooManyRequests, "otp_too_often");
        Assert.True(int.Parse(answer.Headers["Retry-After"]) > 0);
    }

    [Fact]
    public async Task RefreshToken_UsedTwice_EndsItsWholeFamily()
    {
        var borrower = await App.SignUpAsync();
        var second = (await App.Stranger.PostAsync("/api/v1/tokens/refresh", new { refreshToken = borrower.RefreshToken })).Ok();

        AssertProblem(
            await App.Stranger.PostAsync("/api/v1/tokens/refresh", new { refreshToken = borrower.RefreshToken }), HttpStatusCode.Unauthorized, "refresh_token_invalid");
        AssertProblem(
            await App.Stranger.PostAsync("/api/v1/tokens/refresh", new { refreshToken = second.Text("refreshToken") }), HttpStatusCode.Unauthorized, "refresh_token_invalid");
    }

    [Fact]
    public async Task Change_WithoutAnIdempotencyKeyOrWithABadOne_IsAnsweredWith400()
    {
        var borrower = await App.SignUpAsync();

        AssertProblem(await borrower.Api.PostAsync("/api/v1/applications", Emi, ""), HttpStatusCode.BadRequest, "idempotency_key_missing");
        AssertProblem(await borrower.Api.PostAsync("/api/v1/applications", Emi, "short"), HttpStatusCode.BadRequest, "idempotency_key_invalid");
        AssertProblem(await borrower.Api.PostAsync("/api/v1/applications", Emi, new string('a', 65)), HttpStatusCode.BadRequest, "idempotency_key_invalid");
    }

    [Fact]
    public async Task Change_RepeatedWithTheSameKey_HappensOnceAndAnotherBodyIsRefused()
    {
        var borrower = await App.SignUpAsync();
        var key = Guid.CreateVersion7().ToString("N");
        var tries = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => borrower.Api.PostAsync("/api/v1/applications", Emi, key)));

        Assert.Single(tries.Select(answer => answer.Created().Text("loanId")).Distinct());
        Assert.Single((await borrower.Api.GetAsync("/api/v1/loans")).Ok().Body!["loans"]!.AsArray());
        var other = new { productCode = "EMI", amount = new { minor = 60_000_00, currency = "INR" }, tenure = 6 };
        AssertProblem(await borrower.Api.PostAsync("/api/v1/applications", other, key), HttpStatusCode.Conflict, "command_id_reused");
    }

    [Theory]
    [InlineData("""{"productCode":"EMI","amount":{"minor":-1,"currency":"INR"},"tenure":6}""", 400, "invalid_input", "amount.minor")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":0,"currency":"INR"},"tenure":6}""", 400, "invalid_input", "amount.minor")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":1000000000001,"currency":"INR"},"tenure":6}""", 400, "invalid_input", "amount.minor")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":99999999999999999999999,"currency":"INR"},"tenure":6}""", 400, "field_invalid", "amount.minor")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":5000000.5,"currency":"INR"},"tenure":6}""", 400, "field_invalid", "amount.minor")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":"5000000","currency":"INR"},"tenure":6}""", 400, "field_invalid", "amount.minor")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":5000000,"currency":"USD"},"tenure":6}""", 422, "currency_mismatch", "amount")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":5000000,"currency":"rupees"},"tenure":6}""", 400, "invalid_input", "amount.currency")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":100,"currency":"INR"},"tenure":6}""", 422, "amount_out_of_range", "amount")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":5000000,"currency":"INR"},"tenure":999}""", 422, "tenure_out_of_range", "tenure")]
    [InlineData("""{"productCode":"NONE","amount":{"minor":5000000,"currency":"INR"},"tenure":6}""", 422, "product_not_found", "productCode")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":5000000,"currency":"INR"}}""", 400, "field_missing", "tenure")]
    [InlineData("""{"productCode":"EMI","amount":{"minor":5000000,"currency":"INR"},"tenure":6,"extra":1}""", 400, "field_unknown", "extra")]
    [InlineData("""{"productCode":"EMI","amount":null,"tenure":6}""", 400, "field_invalid", "amount")]
    [InlineData("""{"productCode":"EMI",""", 400, "malformed_json", null)]
    [InlineData("[]", 400, "malformed_json", null)]
    public async Task Application_WithBadInput_IsRefusedByNameAndStoresNothing(string body, int status, string code, string? field)
    {
        var borrower = await App.SignUpAsync();

        var answer = await borrower.Api.SendTextAsync(HttpMethod.Post, "/api/v1/applications", body);

        AssertProblem(answer, (HttpStatusCode)status, code);
        if (field is not null) Assert.Equal(field, answer.Field);
        Assert.Empty((await borrower.Api.GetAsync("/api/v1/loans")).Ok().Body!["loans"]!.AsArray());
    }

    [Theory]
    [InlineData("1899-12-31", "Asha Kumar")]
    [InlineData("2199-01-01", "Asha Kumar")]
    [InlineData("1994-05-17", "Asha\\u0000Kumar")]
    [InlineData("1994-05-17", "Asha\\u202eramuK")]
    [InlineData("1994-05-17", "")]
    public async Task Profile_WithAnImpossibleDateOrName_IsRefused(string bornOn, string fullName)
    {
        var borrower = await App.SignUpAsync();
        var body = $$"""
            {"fullName":"{{fullName}}","bornOn":"{{bornOn}}","gender":"female","maritalStatus":"single","fatherName":"Ravi","motherName":"Meena",
             "religion":"Hindu","address":"12 MG Road","pincode":"560001"}
            """;

        AssertProblem(await borrower.Api.SendTextAsync(HttpMethod.Put, "/api/v1/me/profile", body), HttpStatusCode.BadRequest, "invalid_input");
        Assert.Equal("profile", (await borrower.Api.GetAsync("/api/v1/me")).Ok().Text("nextStep"));
    }

    [Fact]
    public async Task Body_OfTenMegabytes_IsAnsweredWith413()
    {
        var borrower = await App.SignUpAsync();

        var answer = await borrower.Api.SendTextAsync(HttpMethod.Post, "/api/v1/applications", "{\"productCode\":\"" + new string('x', 10 * 1024 * 1024) + "\"}");

        AssertProblem(answer, HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    [Fact]
    public async Task Submit_BeforeOnboardingIsDone_NamesTheMissingSteps()
    {
        var borrower = await App.SignUpAsync();
        var loanId = await borrower.StartAsync("EMI", 50_000_00, 6);

        AssertProblem(await borrower.Api.PostAsync($"/api/v1/applications/{loanId}/submit"), HttpStatusCode.Conflict, "onboarding_incomplete");
        AssertProblem(await borrower.CheckPanAsync(), HttpStatusCode.Conflict, "step_missing");
        AssertProblem(await borrower.Api.GetAsync($"/api/v1/loans/{loanId}/agreement"), HttpStatusCode.NotFound, "document_not_found");
    }

    [Fact]
    public async Task PanCheck_OfAnotherPersonsPan_LeavesTheStepOpen()
    {
        var borrower = await App.SignUpAsync(person: Person.Next() with { Pan = "ABCPK1111F" });
        (await borrower.SaveProfileAsync()).Ok();

        AssertProblem(await borrower.CheckPanAsync(), HttpStatusCode.UnprocessableEntity, "check_failed");
        Assert.Equal("pan", (await borrower.Api.GetAsync("/api/v1/me")).Ok().Text("nextStep"));
    }

    private Task<Answer> VerifyAsync(Answer asked, string code) =>
        App.Stranger.PostAsync("/api/v1/otp/verify", new { challengeId = asked.Text("challengeId"), code });

    private static void AssertProblem(Answer answer, HttpStatusCode status, string code)
    {
        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal("application/problem+json", answer.Headers["Content-Type"]);
        Assert.Equal($"urn:lending:problem:{code}", answer.Text("type"));
        Assert.Equal(answer.Headers["X-Correlation-Id"], answer.Text("correlationId"));
    }
}
