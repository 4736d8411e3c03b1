namespace Lending.Domain.Tests.Loans;

/// <summary>Every command in every place a loan can stand: where it does not belong it is refused and records nothing.</summary>
public sealed class StateTableTests
{
    private static readonly Money Amount = A.Inr(20_000_00);

    private static readonly ProposePayment Proposal = new("hand-1", A.Inr(100_00), "cash", "r-1", A.Day, "");

    private static readonly Dictionary<string, Func<Story>> Stands = new()
    {
        ["onboarding"] = () => Story.Onboarding(A.Emi, Amount, 6),
        ["pending"] = () => Story.Pending(A.Emi, Amount, 6),
        ["sent back"] = () => Story.Pending(A.Emi, Amount, 6).Do(new SendBackToBorrower("slip"), A.Priya),
        ["recommended"] = () => Story.Recommended(A.Emi, Amount, 6),
        ["rejected"] = () => Story.Pending(A.Emi, Amount, 6).Do(new RejectByCredit("policy", ""), A.Priya),
        ["cancelled"] = () => Story.Signed(A.Emi, Amount, 6).Do(new CancelApplication("changed my mind"), A.Borrower()),
        ["sanctioned"] = () => Story.Sanctioned(A.Emi, Amount, 6),
        ["issued"] = () => Story.AgreementIssued(A.Emi, Amount, 6),
        ["signed"] = () => Story.Signed(A.Emi, Amount, 6),
        ["proposed"] = () => Story.DisbursalProposed(A.Emi, Amount, 6),
        ["payout"] = () => Story.PayoutRequested(A.Emi, Amount, 6),
        ["failed"] = () => Fail(Story.PayoutRequested(A.Emi, Amount, 6)),
        ["active"] = () => Story.Active(A.Emi, Amount, 6).Do(Proposal, A.Ravi),
        ["completed"] = () => Story.Completed(A.Emi, Amount, 6),
        ["certified"] = () => Story.Completed(A.Emi, Amount, 6).Do(new IssueCertificate("cert-1", "ff"), A.System),
    };

    /// <summary>Each command, who may give it, and where it belongs.</summary>
    private static readonly (LoanCommand Command, CommandContext By, string[] Belongs)[] Commands =
    [
        (new StartApplication(A.Asha, "emi", Amount, 6), A.Borrower(), []),
        (new SubmitApplication(), A.Borrower(), ["onboarding", "sent back"]),
        (new CancelApplication("x"), A.Borrower(),
            ["onboarding", "pending", "sent back", "recommended", "sanctioned", "issued", "signed", "failed"]),
        (new ApproveByCredit(Amount, ""), A.Priya, ["pending"]),
        (new RejectByCredit("policy", ""), A.Priya, ["pending"]),
        (new SendBackToBorrower("x"), A.Priya, ["pending"]),
        (new Sanction(Amount, ""), A.Sunil, ["recommended"]),
        (new RejectSanction("policy", ""), A.Sunil, ["recommended"]),
        (new SendBackToCredit("x"), A.Sunil, ["recommended"]),
        (new IssueAgreement("doc-9", "99", "sign-9", "u", A.Day), A.System, ["sanctioned"]),
        (new RecordSignature("sign-1", "ab12", A.Noon), A.System, ["issued", "signed", "proposed", "payout", "failed", "active", "completed", "certified"]),
        (new ResendAgreement(), A.Omar, ["issued"]),
        (new ProposeDisbursement("NEFT"), A.Omar, ["signed", "failed"]),
        (new ReturnDisbursement("x"), A.Lata, ["proposed"]),
        (new ApproveDisbursement(A.Inr(19_028_00)), A.Lata, ["proposed"]),
        (new ConfirmDisbursement("saffron.LN-2606-00001.payout-1", "utr"), A.System, ["payout", "failed", "active", "completed", "certified"]),
        (new FailDisbursement("saffron.LN-2606-00001.payout-1", "x"), A.System, ["payout", "failed"]),
        (new CloseDay(A.Day), A.System, [.. Stands.Keys]),
        (new RequestDraw("draw-1", A.Inr(1_000_00), "IMPS"), A.Borrower(), [.. Stands.Keys]),
        (new ApproveDraw("draw-1", A.Inr(988_20)), A.Lata, [.. Stands.Keys]),
        (new ReturnDraw("draw-1", "not now"), A.Lata, [.. Stands.Keys]),
        (new CloseLine("no longer needed"), A.Borrower(), [.. Stands.Keys]),
        (new RecordPaymentLink("l", A.Inr(1_00), "u", A.Day), A.Borrower(), ["active"]),
        (new RequestPaymentLink(A.Inr(1_00), 3), A.Ravi, ["active"]),
        (new RefusePaymentLink("l", "already_expired"), A.System, ["active", "completed", "certified"]),
        (new ReceivePayment("p", A.Inr(1_00), "upi", "r"), A.System, ["active", "completed", "certified"]),
        (Proposal with { PaymentId = "hand-2" }, A.Ravi, ["active", "completed", "certified"]),
        (new MatchPayment("pay-9", A.Inr(1_00), "UPI", "utr-9", A.Day, "names the loan"), A.Ravi, ["active", "completed", "certified"]),
        (new ApprovePayment("hand-1"), A.Lata, ["active", "completed", "certified"]),
        (new RejectPayment("hand-1", "x"), A.Lata, ["active", "completed", "certified"]),
        (new IssueCertificate("cert-1", "ff"), A.System, ["completed", "certified"]),
        (new ProposeChange("change-1", new PenaltyWaiver(A.Inr(1_00)), "asked for"), A.Omar, ["active"]),
        (new ApproveChange("change-1"), A.Lata, [.. Stands.Keys]),
        (new RejectChange("change-1", "no"), A.Lata, [.. Stands.Keys]),
        (new ExitCoolingOff(), A.Borrower(), ["active"]),
        (new ChargeLate("run-1", A.Day), A.System, ["active"]),
        (new RequestMandate(), A.Borrower(), ["active"]),
        (new IssueMandate("m", "u"), A.System, [.. Stands.Keys]),
        (new ConfirmMandate("m", "1"), A.System, [.. Stands.Keys]),
        (new EndMandate("m", MandateEnding.Revoked, "revoked"), A.System, [.. Stands.Keys]),
        (new CancelMandate("x"), A.Borrower(), [.. Stands.Keys]),
        (new FailPresentation("a", "x"), A.System, [.. Stands.Keys]),
        (new IssueStatement("s", "ff", A.Day, A.Day, Amount, Amount, Amount, Amount), A.System, ["active", "completed", "certified"]),
        (new IssueBill("b", "ff", new LoanBill(1, A.Day, A.Day, Amount, Amount, Amount, Amount, Amount)), A.System, ["active", "completed", "certified"]),
        (new CheckReloan(), A.Omar, [.. Stands.Keys]),
        (new ApproveReloan(1, "x"), A.Priya, [.. Stands.Keys]),
        (new RejectReloan(1, "x"), A.Priya, [.. Stands.Keys]),
        (new CancelReloan(1, "x"), A.Omar, [.. Stands.Keys]),
        (new EndReloan(1, ReloanEnding.Expired, "x"), A.System, [.. Stands.Keys]),
        (new AcceptReloan(1, "LN-2606-00002", null, null), A.Borrower(), [.. Stands.Keys]),
        (new DeclineReloan(1, null), A.Borrower(), [.. Stands.Keys]),
    ];

    public static TheoryData<string, string> Pairs()
    {
        var pairs = new TheoryData<string, string>();
        foreach (var stand in Stands.Keys)
            foreach (var (command, _, _) in Commands)
                pairs.Add(stand, command.GetType().Name);
        return pairs;
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Decide_InEveryState_IsAcceptedOnlyWhereItBelongs(string stand, string name)
    {
        var story = Stands[stand]();
        var (command, by, belongs) = Commands.Single(row => row.Command.GetType().Name == name);

        var decision = story.Ask(command, by);

        if (belongs.Contains(stand))
        {
            Assert.IsNotType<NotInThisState>(decision.Refusal);
        }
        else
        {
            Assert.Equal(name, Assert.IsType<NotInThisState>(decision.Refusal).Command);
            Assert.Empty(decision.Events);
            Assert.Empty(decision.Outbox);
        }
    }

    [Fact]
    public void Commands_OfTheTable_AreAllThereAre()
    {
        var all = typeof(LoanCommand).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(LoanCommand))).Select(type => type.Name);

        Assert.Equal(all.Order(), Commands.Select(row => row.Command.GetType().Name).Order());
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Decide_ByAnotherBorrower_FindsNoLoan(string stand, string name)
    {
        var (command, _, _) = Commands.Single(row => row.Command.GetType().Name == name);

        var decision = Stands[stand]().Ask(command, A.Borrower("CU-2606-00002"));

        Assert.Equal(new LoanNotFound(), decision.Refusal);
        Assert.Empty(decision.Events);
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Decide_ByStaffWithoutAnyGrant_IsNotPermitted(string stand, string name)
    {
        var (command, _, _) = Commands.Single(row => row.Command.GetType().Name == name);

        var decision = Stands[stand]().Ask(command, A.With("nobody"));

        Assert.IsType<NotPermitted>(decision.Refusal);
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void Decide_OnALoanThatDoesNotExist_FindsNoLoan()
    {
        foreach (var (command, _, _) in Commands.Where(row => row.Command is not StartApplication))
            Assert.Equal(new LoanNotFound(), new Story(A.Emi).Ask(command, A.System).Refusal);
    }

    private static Story Fail(Story story) => story.Do(new FailDisbursement(story.Loan.Payout!.Reference!, "account closed"), A.System);
}
