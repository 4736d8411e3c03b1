namespace Lending.Domain.Tests.Loans;

public sealed class LoanLimitTests
{
    private static readonly LoanProduct One = A.Emi with { LoansPerCustomer = 1 };

    [Fact]
    public void Start_WithAsManyLoansAsTheProductAllows_IsRefusedByName()
    {
        var story = new Story(One) { Customer = A.Onboarded with { OpenLoans = 1 } };

        var refusal = Assert.IsType<TooManyLoans>(story.Ask(new StartApplication(A.Asha, One.Code, A.Inr(1_00_000_00), 12), A.Borrower()).Refusal);

        Assert.Equal(("too_many_loans", 1), (refusal.Code, refusal.Most));
    }

    [Fact]
    public void Submit_OfADraftMadeBeforeAnotherLoan_IsRefused()
    {
        var story = Story.Onboarding(One, A.Inr(1_00_000_00), 12);
        story.Customer = A.Onboarded with { OpenLoans = 1 };

        Assert.IsType<TooManyLoans>(story.Ask(new SubmitApplication(), A.Borrower()).Refusal);
    }

    [Fact]
    public void Products_WithoutALimit_TakeAnyNumber() =>
        Assert.Null(new Story(A.Emi) { Customer = A.Onboarded with { OpenLoans = 9 } }.Ask(new StartApplication(A.Asha, A.Emi.Code, A.Inr(1_00_000_00), 12), A.Borrower()).Refusal);
}
