namespace Lending.Domain.Tests;

/// <summary>The sum of postings per account (debit less credit), and what it must be.</summary>
internal sealed class Books
{
    private readonly Dictionary<Account, long> _balances = [];
    private readonly Dictionary<string, long> _byNumber = [];

    public long this[Account account] => _balances.GetValueOrDefault(account);

    public long this[string number] => _byNumber.GetValueOrDefault(number);

    /// <summary>The sum of every account that serves a purpose.</summary>
    public long Of(LedgerPurpose purpose) => _balances.Where(each => each.Key.Purpose == purpose).Sum(each => each.Value);

    public void Post(IReadOnlyCollection<Posting> postings)
    {
        AssertBalanced(postings);
        foreach (var line in postings)
        {
            var amount = line.Debit.Minor - line.Credit.Minor;
            _balances[line.Account] = this[line.Account] + amount;
            _byNumber[line.Account.Number] = this[line.Account.Number] + amount;
        }
    }

    public static void AssertBalanced(IReadOnlyCollection<Posting> postings)
    {
        long debit = 0, credit = 0;
        foreach (var line in postings)
        {
            var oneSided = line.Debit.IsPositive ? line.Credit.IsZero : line.Debit.IsZero && line.Credit.IsPositive;
            if (!oneSided) Assert.Fail($"{line} must have one positive side.");
            debit += line.Debit.Minor;
            credit += line.Credit.Minor;
        }

        // Words are made where they are needed: this is asked of every event of every life.
        if (debit != credit) Assert.Fail($"Debits {debit} and credits {credit}: {string.Join(" / ", postings)}");
    }

    /// <summary>Receivables and advances in the ledger are those of the state, and none is on the wrong side.</summary>
    public void AssertAgree(Loan loan)
    {
        long principal = 0, interest = 0, penalty = 0, fee = 0;
        foreach (var i in loan.Instalments)
        {
            principal += i.PrincipalLeft.Minor;
            interest += i.AccruedInterestLeft.Minor;
            penalty += i.PenaltyLeft.Minor;
            fee += i.PostedFeeLeft.Minor;
            var sound = !(i.PrincipalLeft.IsNegative || i.InterestLeft.IsNegative || i.AccruedInterestLeft.IsNegative || i.PenaltyLeft.IsNegative
                    || i.FeeLeft.IsNegative || i.PostedFeeLeft.IsNegative)
                && i.InterestAccrued <= i.Interest;
            if (!sound) Assert.Fail($"Instalment {i.Number} was paid or accrued more than it bears: {i}");
        }

        if (loan.Advance.IsNegative) Assert.Fail("An advance cannot be negative.");
        var state = (principal, interest, penalty, fee, loan.Advance.Minor, loan.SuspendedInterest.Minor, loan.Provision.Minor, loan.ChargedOff?.Left.Minor ?? 0);
        var ledger = (Held(Accounts.Principal), Held(Accounts.InterestReceivable), Held(Accounts.PenaltyReceivable), Held(Accounts.FeeReceivable),
            -Held(Accounts.CustomerAdvances), -Held(Accounts.InterestSuspense), -Held(Accounts.ProvisionForLoans), -Held(Accounts.ChargedOffLoans));
        if (state != ledger) Assert.Equal(state, ledger);
        if (loan is { ChargedOff: { } off } && off.Left.Minor != principal + interest + penalty + fee - loan.SuspendedInterest.Minor) Assert.Fail($"The books hold something for a loan that is charged off: {off}");
        var credit = loan.DisbursedOn is null || loan.Account is AccountState.Cancelled ? 0 : Charges.TaxCreditOf(loan.Charges, loan.Currency).Minor;
        if (Held(Accounts.TdsReceivable) != credit) Assert.Fail($"TDS of {credit} is withheld, and the ledger holds {Held(Accounts.TdsReceivable)}.");
        // Where nothing is owed any more the loan is about to end; a settlement gives up fees with their tax, which the lender still pays on.
        if (loan is { Account: AccountState.Active, Line: null, DisbursedOn: not null } && loan.Instalments.Any(static i => !i.IsPaid))
        {
            var taxes = loan.Instalments.Sum(i => i.Fee?.PostedTax.Minor ?? 0) + loan.Charges.Sum(charge => charge.Tax.Minor) + (loan.EarlyTaxes?.Minor ?? 0);
            if (taxes != -Held(Accounts.GstPayable)) Assert.Fail($"Fees bear a tax of {taxes}, {-Held(Accounts.GstPayable)} is owed of it.");
        }

        if (loan.SuspendedInterest.IsNegative || loan.SuspendedInterest.Minor > interest) Assert.Fail("Suspense is more than the interest not paid.");

        long Held(Account standard) => this[LoanAccounts.NumberOf(loan.LedgerAccounts, standard.Purpose)];
    }
}
