namespace Lending.Domain.Tests.Loans;

public sealed class PermissionTests
{
    private static readonly Money Amount = A.Inr(20_000_00);

    public static TheoryData<LoanCommand, Permission, Level> Needs() => new()
    {
        { new ApproveByCredit(Amount, ""), Permission.CreditDecision, Level.Write },
        { new RejectByCredit("policy", ""), Permission.CreditDecision, Level.Write },
        { new Sanction(Amount, ""), Permission.SanctionManager, Level.Write },
        { new RejectSanction("policy", ""), Permission.SanctionManager, Level.Write },
        { new CancelApplication(""), Permission.LoanOps, Level.Write },
        { new ProposeDisbursement("IMPS"), Permission.LoanOps, Level.Write },
        { new ReturnDisbursement("x"), Permission.LoanOps, Level.All },
        { new ApproveDisbursement(Amount), Permission.LoanOps, Level.All },
        { new RecordPaymentLink("l", Amount, "u", A.Day), Permission.Payments, Level.Write },
        { new ProposePayment("p", Amount, "cash", "r", A.Day, ""), Permission.Payments, Level.Write },
        { new RequestPaymentLink(Amount, 3), Permission.Payments, Level.Write },
        { new MatchPayment("p", Amount, "UPI", "r", A.Day, "x"), Permission.Payments, Level.Write },
        { new ApprovePayment("p"), Permission.Payments, Level.All },
        { new RejectPayment("p", "x"), Permission.Payments, Level.All },
        { new RequestMandate(), Permission.Payments, Level.Write },
        { new CancelMandate("x"), Permission.Payments, Level.Write },
    };

    [Theory, MemberData(nameof(Needs))]
    public void Decide_OneLevelBelow_IsNotPermittedAndAtTheLevelIs(LoanCommand command, Permission permission, Level level)
    {
        var story = Story.Pending(A.Emi, Amount, 6);

        Assert.Equal(new NotPermitted($"{permission} {level}"), story.Ask(command, A.With("x", (permission, level - 1))).Refusal);
        Assert.IsNotType<NotPermitted>(story.Ask(command, A.With("x", (permission, level))).Refusal);
    }

    [Fact]
    public void SendBack_WithoutTheSendBackPermission_IsNotPermitted()
    {
        var credit = A.With("x", (Permission.CreditDecision, Level.All));
        var sanction = A.With("x", (Permission.SanctionManager, Level.All));

        Assert.Equal(new NotPermitted("LoanSendBack Write"), Story.Pending(A.Emi, Amount, 6).Ask(new SendBackToBorrower("x"), credit).Refusal);
        Assert.Equal(new NotPermitted("LoanSendBack Write"), Story.Recommended(A.Emi, Amount, 6).Ask(new SendBackToCredit("x"), sanction).Refusal);
    }

    [Fact]
    public void Decide_BorrowerOnAStaffCommandOfTheirOwnLoan_IsNotPermitted()
    {
        Assert.Equal(new NotPermitted("CreditDecision Write"), Story.Pending(A.Emi, Amount, 6).Ask(new ApproveByCredit(Amount, ""), A.Borrower()).Refusal);
        Assert.Equal(new NotPermitted("system"), Story.Active(A.Emi, Amount, 6).Ask(new ReceivePayment("p", Amount, "upi", "r"), A.Borrower()).Refusal);
    }

    [Fact]
    public void Start_ForAnotherCustomer_FindsNothing()
    {
        var decision = new Story(A.Emi).Ask(new StartApplication("CU-2606-00002", "emi", Amount, 6), A.Borrower());

        Assert.Equal(new LoanNotFound(), decision.Refusal);
    }

    [Fact]
    public void Sanction_ByTheOneWhoRecommended_NeedsASecondPerson()
    {
        var both = A.With("priya", (Permission.SanctionManager, Level.All), (Permission.LoanSendBack, Level.All));
        var story = Story.Recommended(A.Emi, Amount, 6);

        Assert.Equal(new SecondPersonNeeded(), story.Ask(new Sanction(Amount, ""), both).Refusal);
        Assert.Equal(new SecondPersonNeeded(), story.Ask(new RejectSanction("policy", ""), both).Refusal);
        Assert.Equal(new SecondPersonNeeded(), story.Ask(new SendBackToCredit("x"), both).Refusal);
    }

    [Fact]
    public void Disbursement_ByTheOneWhoProposedIt_NeedsASecondPerson()
    {
        var story = Story.DisbursalProposed(A.Emi, Amount, 6);

        Assert.Equal(new SecondPersonNeeded(), story.Ask(new ApproveDisbursement(story.Loan.Net!.Value), A.Omar).Refusal);
        Assert.Equal(new SecondPersonNeeded(), story.Ask(new ReturnDisbursement("x"), A.Omar).Refusal);
    }

    [Fact]
    public void Payment_ByTheOneWhoRecordedIt_NeedsASecondPerson()
    {
        var story = Story.Active(A.Emi, Amount, 6).Do(new ProposePayment("p", A.Inr(1_00), "cash", "r", A.Day, ""), A.Lata);

        Assert.Equal(new SecondPersonNeeded(), story.Ask(new ApprovePayment("p"), A.Lata).Refusal);
        Assert.Equal(new SecondPersonNeeded(), story.Ask(new RejectPayment("p", "x"), A.Lata).Refusal);
        Assert.Null(story.Ask(new ApprovePayment("p"), A.Omar).Refusal);
    }
}
