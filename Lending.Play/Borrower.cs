using System.Net;

namespace Lending.Flows;

/// <summary>A signed-in borrower doing what borrowers do, over HTTP only.</summary>
public sealed class Borrower(
    ApiClient api, Person person, Phone phone, HttpClient sandbox, string brand, string customerId, string refreshToken, bool namesPhoneForAadhaar = false)
{
    public ApiClient Api { get; } = api;

    public Person Person { get; } = person;

    public Phone Phone { get; } = phone;

    public string Brand { get; } = brand;

    public string CustomerId { get; } = customerId;

    public string RefreshToken { get; } = refreshToken;

    public async Task<Answer> SaveProfileAsync(CancellationToken cancellationToken = default) => await Api.PutAsync("/api/v1/me/profile", new
    {
        Person.FullName, Person.BornOn, gender = "female", maritalStatus = "single", fatherName = "Ravi Kumar", motherName = "Meena Kumar",
        religion = "Hindu", address = "12 MG Road, Bengaluru", Person.Pincode,
    }, cancellationToken: cancellationToken);

    public Task<Answer> CheckPanAsync(CancellationToken cancellationToken = default) =>
        Api.PostAsync("/api/v1/me/pan", new { Person.Pan }, cancellationToken: cancellationToken);

    public async Task<Answer> CheckAadhaarAsync(CancellationToken cancellationToken = default)
    {
        object asked = namesPhoneForAadhaar ? new { aadhaarNumber = Person.Aadhaar, mobile = Person.Mobile } : new { aadhaarNumber = Person.Aadhaar };
        (await Api.PostAsync("/api/v1/me/aadhaar/otp", asked, cancellationToken: cancellationToken)).Ok();
        var otp = await Phone.CodeAsync("aadhaar", cancellationToken);
        return await Api.PostAsync("/api/v1/me/aadhaar/verify", new { otp }, cancellationToken: cancellationToken);
    }

    public Task<Answer> CheckBankAccountAsync(CancellationToken cancellationToken = default) =>
        Api.PostAsync("/api/v1/me/bank-account", new { Person.AccountNumber, Person.Ifsc }, cancellationToken: cancellationToken);

    public Task<Answer> ConsentAsync(CancellationToken cancellationToken = default) => Api.PostAsync(
        "/api/v1/me/consent", new { termsVersion = "2026-04", privacyVersion = "2026-04", dataSharing = true, bureauEnquiry = true },
        cancellationToken: cancellationToken);

    /// <summary>Every step from profile to consent.</summary>
    public async Task<Borrower> OnboardAsync(CancellationToken cancellationToken = default)
    {
        (await SaveProfileAsync(cancellationToken)).Ok();
        (await CheckPanAsync(cancellationToken)).Ok();
        (await CheckAadhaarAsync(cancellationToken)).Ok();
        (await CheckBankAccountAsync(cancellationToken)).Ok();
        (await ConsentAsync(cancellationToken)).Ok();
        return this;
    }

    /// <summary>Starts an application and returns the loan's id.</summary>
    public async Task<string> StartAsync(string product, long amountMinor, int tenure, CancellationToken cancellationToken = default) =>
        (await Api.PostAsync(
            "/api/v1/applications", new { productCode = product, amount = new { minor = amountMinor, currency = "INR" }, tenure },
            cancellationToken: cancellationToken)).Created().Text("loanId")!;

    /// <summary>Starts and submits an application.</summary>
    public async Task<string> ApplyAsync(string product, long amountMinor, int tenure, CancellationToken cancellationToken = default)
    {
        var loanId = await StartAsync(product, amountMinor, tenure, cancellationToken);
        (await Api.PostAsync($"/api/v1/applications/{loanId}/submit", cancellationToken: cancellationToken)).Ok();
        return loanId;
    }

    /// <summary>Waits for the agreement and signs it on the provider's page with the code on the phone.</summary>
    public async Task SignAsync(string loanId, CancellationToken cancellationToken = default)
    {
        var link = await Waiting.ForAsync(
            async () => await Api.GetAsync($"/api/v1/loans/{loanId}/agreement/signing-link", cancellationToken) is { Status: HttpStatusCode.OK } ready ? ready : null,
            $"the agreement of {loanId}", cancellationToken);
        var page = new Uri(link.Text("url")!).AbsolutePath;
        (await sandbox.PostAsync($"{page}/otp", null, cancellationToken)).EnsureSuccessStatusCode();
        var otp = await Phone.CodeAsync("sign", cancellationToken);
        (await new ApiClient(sandbox).PostAsync($"{page}/sign", new { otp }, "", cancellationToken)).Ok();
        await StatusAsync(loanId, "AWAITING_DISBURSAL|ACTIVE", cancellationToken);
    }

    public async Task<Answer> LoanAsync(string loanId, CancellationToken cancellationToken = default) =>
        (await Api.GetAsync($"/api/v1/loans/{loanId}", cancellationToken)).Ok();

    /// <summary>Waits until the loan has one of the statuses, parted by '|'.</summary>
    public Task<Answer> StatusAsync(string loanId, string statuses, CancellationToken cancellationToken = default) => Waiting.ForAsync(
        async () => await LoanAsync(loanId, cancellationToken) is var loan && statuses.Split('|').Contains(loan.Text("status")) ? loan : null,
        $"{loanId} to be {statuses}", cancellationToken);

    /// <summary>Opens a payment link and pays it on the provider's page.</summary>
    public async Task<Answer> PayAsync(string loanId, long amountMinor, CancellationToken cancellationToken = default)
    {
        var before = (await PaymentsAsync(loanId, cancellationToken)).At("payments")!.AsArray().Count;
        var link = (await Api.PostAsync(
            $"/api/v1/loans/{loanId}/payment-links", new { amount = new { minor = amountMinor, currency = "INR" } },
            cancellationToken: cancellationToken)).Created();
        var page = new Uri(link.Text("url")!).AbsolutePath;
        (await new ApiClient(sandbox).PostAsync($"{page}/complete", new { succeed = true }, "", cancellationToken)).Ok();
        return await Waiting.ForAsync(
            async () => await PaymentsAsync(loanId, cancellationToken) is var now && now.At("payments")!.AsArray().Count > before ? now : null,
            $"the payment on {loanId}", cancellationToken);
    }

    public async Task<Answer> PaymentsAsync(string loanId, CancellationToken cancellationToken = default) =>
        (await Api.GetAsync($"/api/v1/loans/{loanId}/payments", cancellationToken)).Ok();
}
