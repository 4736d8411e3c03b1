using System.Net;
using Lending.Domain;
using Lending.Flows;

namespace Lending.Api.Tests;

/// <summary>Who gets in as staff, and what each role may do once in.</summary>
[Collection(ApiCollection.Name)]
public sealed class StaffAccessTests(RunningApi running)
{
    private LendingApp App => running.App;

    [Fact]
    public async Task SignIn_AfterFiveWrongPasswords_IsClosedAlsoToTheRightOneAndNotToOthers()
    {
        var locked = await Colleague.HireAsync(App, StaffRole.Admin);
        var other = await Colleague.HireAsync(App, StaffRole.Admin);
        (await locked.SignInAsync()).Ok();

        for (var tries = 1; tries <= 5; tries++) AssertProblem(await locked.SignInAsync($"wrong {tries}"), HttpStatusCode.Unauthorized, "sign_in_failed");

        AssertProblem(await locked.SignInAsync(), HttpStatusCode.Unauthorized, "sign_in_failed");
        (await other.SignInAsync()).Ok();
    }

    [Fact]
    public async Task SignIn_RightAfterFourWrongPasswords_StartsTheCountAnew()
    {
        var forgetful = await Colleague.HireAsync(App, StaffRole.Admin);

        for (var round = 1; round <= 2; round++)
        {
            for (var tries = 1; tries <= 4; tries++) AssertProblem(await forgetful.SignInAsync("wrong"), HttpStatusCode.Unauthorized, "sign_in_failed");
            (await forgetful.SignInAsync()).Ok();
        }
    }

    [Fact]
    public async Task Token_OfSomebodySwitchedOff_OpensNothingFromThenOn()
    {
        var leaver = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        (await leaver.Api.GetAsync("/api/v1/staff/business-date")).Ok();

        await App.Get<Lending.Data.Staff>().SetActiveAsync("saffron", leaver.Member.Id, false, default);

        AssertProblem(await leaver.Api.GetAsync("/api/v1/staff/business-date"), HttpStatusCode.Unauthorized, "not_signed_in");
        AssertProblem(await leaver.SignInAsync(), HttpStatusCode.Unauthorized, "sign_in_failed");
    }

    [Fact]
    public async Task Token_OfABorrowerOrOfAnotherBrandsStaff_OpensNoFile()
    {
        var borrower = await App.SignUpAsync();
        var loanId = await borrower.StartAsync("EMI", 50_000_00, 6);
        var elsewhere = await Colleague.AtWorkAsync(App, StaffRole.LoanOps, "indigo");

        AssertProblem(await borrower.Api.GetAsync($"/api/v1/staff/loans/{loanId}"), HttpStatusCode.Unauthorized, "not_signed_in");
        AssertProblem(await elsewhere.Api.GetAsync($"/api/v1/staff/loans/{loanId}"), HttpStatusCode.NotFound, "loan_not_found");
        AssertProblem(await elsewhere.Api.GetAsync("/api/v1/me"), HttpStatusCode.Unauthorized, "not_signed_in");
    }

    [Fact]
    public async Task Code_WrongUsedOrOld_LetsNoMoneyGo()
    {
        var (loanId, net) = await SignedAsync();
        var maker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var checker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        AssertProblem(await maker.DoAsync(loanId, "disbursement/proposal", new { channel = "UPI" }), HttpStatusCode.UnprocessableEntity, "upi_address_missing");
        (await maker.DoAsync(loanId, "disbursement/proposal", new { channel = "IMPS" })).Ok();
        Task<Answer> ApproveAsync(Colleague who, string code) => who.DoAsync(loanId, "disbursement/approval", new { net = new { minor = net, currency = "INR" }, code });

        var right = checker.Code();
        var wrong = right == "000000" ? "000001" : "000000";
        AssertProblem(await ApproveAsync(checker, wrong), HttpStatusCode.UnprocessableEntity, "code_wrong");
        AssertProblem(await ApproveAsync(checker, checker.Code(-10)), HttpStatusCode.UnprocessableEntity, "code_wrong");
        AssertProblem(await ApproveAsync(checker, maker.Code()), HttpStatusCode.UnprocessableEntity, "code_wrong");
        AssertProblem(await ApproveAsync(maker, maker.Code()), HttpStatusCode.Forbidden, "second_person_needed");

        // The next step's code is taken already, for clocks that differ; then neither it nor any before it is taken again.
        var used = checker.Code(1);
        (await ApproveAsync(checker, used)).Ok();
        AssertProblem(await ApproveAsync(checker, used), HttpStatusCode.UnprocessableEntity, "code_wrong");
        AssertProblem(await ApproveAsync(checker, checker.Code(-1)), HttpStatusCode.UnprocessableEntity, "code_wrong");
    }

    [Fact]
    public async Task Code_WrongFiveTimes_ClosesApprovingAlsoForTheRightOne()
    {
        var (loanId, net) = await SignedAsync();
        var maker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        var checker = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        (await maker.DoAsync(loanId, "disbursement/proposal", new { channel = "NEFT" })).Ok();
        Task<Answer> ApproveAsync(Colleague who, string code) => who.DoAsync(loanId, "disbursement/approval", new { net = new { minor = net, currency = "INR" }, code });

        for (var tries = 1; tries <= 5; tries++) AssertProblem(await ApproveAsync(checker, checker.Code(-10)), HttpStatusCode.UnprocessableEntity, "code_wrong");

        AssertProblem(await ApproveAsync(checker, checker.Code()), HttpStatusCode.UnprocessableEntity, "code_wrong");
        var another = await Colleague.AtWorkAsync(App, StaffRole.LoanOps);
        (await ApproveAsync(another, another.Code())).Ok();
    }

    public static TheoryData<StaffRole> Roles => [.. Enum.GetValues<StaffRole>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task Address_OutsideARolesPermissions_IsAnsweredWith403AndWithinThemIsNot(StaffRole role)
    {
        var loanId = await (await App.SignUpAsync()).StartAsync("EMI", 50_000_00, 6);
        var person = await Colleague.AtWorkAsync(App, role);
        foreach (var (what, roles) in Table)
        {
            var answer = await AskAsync(person, loanId, what);
            if (roles.Contains(role)) Assert.False(answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized, $"{what}: {answer.Status} {answer.Code}");
            else Assert.True((answer.Status, answer.Code) == (HttpStatusCode.Forbidden, "not_permitted"), $"{what}: {answer.Status} {answer.Code}");
        }
    }

    private static readonly StaffRole[] Credit = [StaffRole.CreditExecutive];
    private static readonly StaffRole[] Sanctioning = [StaffRole.SanctionManager, StaffRole.SanctionHead];
    private static readonly StaffRole[] Operations = [StaffRole.LoanOps];
    private static readonly StaffRole[] CollectionHeads = [StaffRole.CollectionManager, StaffRole.CollectionHead];
    private static readonly StaffRole[] Admins = [StaffRole.Admin, StaffRole.SuperAdmin];

    /// <summary>Each address and the roles that may use it; everybody else may not.</summary>
    private static readonly (string What, StaffRole[] Roles)[] Table =
    [
        ("GET loans", [.. Credit, .. Sanctioning, .. Operations, .. CollectionHeads, .. Admins, StaffRole.CollectionExecutive]),
        ("GET loans/{id}", [.. Credit, .. Sanctioning, .. Operations, .. CollectionHeads, .. Admins, StaffRole.CollectionExecutive]),
        ("GET loans/{id}/explain?of=payoff", [.. Credit, .. Sanctioning, .. Operations, .. CollectionHeads, .. Admins, StaffRole.CollectionExecutive]),
        ("GET loans/{id}/as-of/2020-01-01", [.. Credit, .. Sanctioning, .. Operations, .. CollectionHeads, .. Admins, StaffRole.CollectionExecutive]),
        ("GET loans/{id}/schedules", [.. Credit, .. Sanctioning, .. Operations, .. CollectionHeads, .. Admins, StaffRole.CollectionExecutive]),
        ("GET loans/{id}/autopay", [.. Credit, .. Sanctioning, .. Operations, .. CollectionHeads, .. Admins, StaffRole.CollectionExecutive]),
        ("GET buckets", [.. Credit, .. Sanctioning, .. Operations, .. CollectionHeads, .. Admins, StaffRole.CollectionExecutive]),
        ("GET day-ends", [.. Operations, .. Admins]),
        ("GET trial-balance", [.. Operations, .. Admins]),
        ("POST day-ends", [.. Operations, .. Admins]),
        ("POST day-ends/cancel", [.. Operations, .. Admins]),
        ("credit-approval", Credit),
        ("credit-rejection", Credit),
        ("credit-send-back", Credit),
        ("sanction", Sanctioning),
        ("sanction-rejection", Sanctioning),
        ("sanction-send-back", Sanctioning),
        ("agreement/resend", [.. Credit, .. Sanctioning, .. Operations]),
        ("disbursement/proposal", Operations),
        ("disbursement/return", Operations),
        ("disbursement/approval", Operations),
        ("changes/preview", Operations),
        ("changes", Operations),
        ("changes/chg-1/approve", Operations),
        ("changes/chg-1/reject", Operations),
        ("payments", [.. Operations, .. CollectionHeads, StaffRole.CollectionExecutive]),
        ("autopay", [.. Operations, .. CollectionHeads, StaffRole.CollectionExecutive]),
        ("autopay/cancel", [.. Operations, .. CollectionHeads, StaffRole.CollectionExecutive]),
        ("payments/hand-1/rejection", [.. Operations, .. CollectionHeads]),
    ];

    private static Task<Answer> AskAsync(Colleague person, string loanId, string what)
    {
        var amount = new { minor = 50_000_00, currency = "INR" };
        const string Staff = "/api/v1/staff";
        return what switch
        {
            "GET loans" or "GET buckets" or "GET day-ends" or "GET trial-balance" => person.Api.GetAsync($"{Staff}/{what[4..]}"),
            _ when what.StartsWith("GET loans/{id}", StringComparison.Ordinal) => person.Api.GetAsync($"{Staff}/{what[4..].Replace("{id}", loanId)}"),
            "POST day-ends" => person.Api.PostAsync($"{Staff}/day-ends", new { through = "2020-01-01" }),
            "POST day-ends/cancel" => person.Api.PostAsync($"{Staff}/day-ends/2020-01-01/cancel"),
            "credit-approval" or "sanction" => person.DoAsync(loanId, what, new { amount, note = "note" }),
            "credit-rejection" or "sanction-rejection" => person.DoAsync(loanId, what, new { reasonCode = "policy", note = "note" }),
            "agreement/resend" => person.DoAsync(loanId, what),
            "disbursement/proposal" => person.DoAsync(loanId, what, new { channel = "IMPS" }),
            "disbursement/approval" => person.DoAsync(loanId, what, new { net = amount, code = person.Code() }),
            "changes/preview" => person.DoAsync(loanId, what, new { change = new { kind = "dispute" } }),
            "changes" => person.DoAsync(loanId, what, new { change = new { kind = "dispute" }, note = "note" }),
            "changes/chg-1/approve" => person.DoAsync(loanId, what, new { code = person.Code() }),
            "changes/chg-1/reject" => person.DoAsync(loanId, what, new { reason = "note" }),
            "payments" => person.DoAsync(loanId, what, new { amount, channel = "CASH", reference = "R-1", receivedOn = "2026-01-01", note = "note" }),
            "autopay" => person.DoAsync(loanId, what, new { }),
            "autopay/cancel" or "payments/hand-1/rejection" => person.DoAsync(loanId, what, new { reason = "note" }),
            _ => person.DoAsync(loanId, what, new { note = "note" }),
        };
    }

    /// <summary>A loan whose agreement is signed, and what is to be paid out.</summary>
    private async Task<(string LoanId, long Net)> SignedAsync()
    {
        var borrower = await App.OnboardAsync();
        var loanId = await borrower.ApplyAsync("EMI", 50_000_00, 6);
        await App.StaffOf("saffron").ApproveAsync(loanId);
        await borrower.SignAsync(loanId);
        return (loanId, 48_820_00);
    }

    private static void AssertProblem(Answer answer, HttpStatusCode status, string code) => Assert.Equal((status, code), (answer.Status, answer.Code));
}
