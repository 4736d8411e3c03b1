namespace Lending.Domain.Engine;

/// <summary>A loan in memory: what was entered (movements, charges, changes of terms) and the schedule that follows from it.</summary>
internal sealed class LoanAccount(CreditTerms terms, DateOnly submittedOn)
{
    private int _sequence;

    public CreditTerms Terms { get; set; } = terms;

    public DateOnly SubmittedOn { get; } = submittedOn;

    /// <summary>Due dates that were agreed on; null counts them from the seed.</summary>
    public (DateOnly From, DateOnly Due)[]? AgreedDates { get; init; }

    public WorkDone Work { get; init; } = WorkDone.Unlimited();

    public DateOnly BusinessDate { get; set; } = submittedOn;

    public List<Entry> Entries { get; } = [];

    public List<AccountCharge> Charges { get; } = [];

    public List<TermChange> Changes { get; } = [];

    public List<Installment> Rows { get; set; } = [];

    public InterestPlan? Plan { get; set; }

    public decimal Overpaid { get; set; }

    /// <summary>The business date of the last event that touched the loan: interest of overdue principal counts to it.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>When a cumulative loan was worked out again, and from which day on: instalments due earlier stayed as they were.</summary>
    public List<(DateOnly From, DateOnly AsOf)> WorkedOut { get; } = [];

    /// <summary>The day before which the day end has closed the loan.</summary>
    public DateOnly? ClosedThrough { get; set; }

    public bool IsChargedOff { get; set; }

    public bool IsWrittenOff { get; set; }

    public bool IsTerminated { get; set; }

    public IEnumerable<Entry> Live => Entries.Where(static e => !e.Reverted);

    public IEnumerable<Entry> Disbursements => Entries.Where(static e => !e.Reverted && e.Kind is TransactionKind.Disbursement);

    public DateOnly? FirstDisbursement => Disbursements.Select(static e => (DateOnly?)e.Date).Min();

    public bool IsDisbursed => Entries.Exists(static e => !e.Reverted && e.Kind is TransactionKind.Disbursement);

    /// <summary>Interest follows the balance: the product says so, and there is or will be interest.</summary>
    public bool Recalculates =>
        Terms.Recalculation is not null && (Terms.AnnualRatePct > 0 || Changes.Exists(static c => c is RateChanged { RatePct: > 0 }));

    /// <summary>Interest follows the balance, and nothing froze it.</summary>
    public bool FollowsBalance => Recalculates && !IsChargedOff && !IsWrittenOff && !IsTerminated;

    public decimal Outstanding => Rows.Sum(static r => r.Outstanding);

    public AccountStatus Status =>
        !IsDisbursed ? AccountStatus.Approved
        : IsWrittenOff ? AccountStatus.WrittenOff
        : Overpaid > 0 && Outstanding == 0 ? AccountStatus.Overpaid
        : Outstanding == 0 ? AccountStatus.Closed
        : AccountStatus.Active;

    public int NextSequence() => ++_sequence;

    public Entry Enter(TransactionKind kind, DateOnly date, decimal amount, Entry? related = null, AccountEvent? source = null)
    {
        var entry = new Entry
        {
            Sequence = NextSequence(), Kind = kind, Date = date, EnteredOn = BusinessDate, Amount = amount, Related = related, Source = source,
        };
        Entries.Add(entry);
        return entry;
    }
}
