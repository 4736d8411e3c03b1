namespace Lending.Domain.Engine;

/// <summary>Applies events to an account, or says why one cannot happen.</summary>
internal static class AccountEvents
{
    public static Refusal? Apply(LoanAccount account, AccountEvent @event, string field)
    {
        if (NeedsMoney(@event) && !account.IsDisbursed) return new EventImpossible(field, "Nothing has been disbursed yet.");
        if (account.IsWrittenOff && ChangesDebt(@event)) return new EventImpossible(field, "The loan is written off; reverse that first.");
        if ((account.IsChargedOff || account.IsTerminated) && @event is ReAged or ReAmortized)
            return new EventImpossible(field, "What a charge-off or termination froze is not spread anew; reverse that first.");
        switch (@event)
        {
            case BusinessDateSet e: return SetDate(account, e.Date, field);
            case BusinessDateAdvanced e: return SetDate(account, account.BusinessDate.AddDays(e.Days), field);
            case Disbursed e: return Disbursals.Disburse(account, e, field);
            case Paid e: return PaymentsMade.Pay(account, e, field);
            case PaidOff e: return PaymentsMade.PayOff(account, e, field);
            case Undone e: return Reversals.Undo(account, e, field);
            case Charged e: return ChargesMade.Charge(account, e);
            case InstallmentFeeAdded e: return ChargesMade.AddFee(account, e);
            case ChargeWaived: return ChargesMade.Waive(account, field);
            case DayEnded: return DayEnds.Close(account);
            case ChargedBack e: return ChargebacksMade.Make(account, e, field);
            case ChargedOff e: return Book(account, TransactionKind.ChargeOff, e.Date, 0, e, field);
            case WrittenOff e: return Book(account, TransactionKind.CloseAsWrittenOff, e.Date, 0, e, field);
            case CreditRefunded e: return Book(account, TransactionKind.CreditBalanceRefund, e.Date, e.Amount, e, field);
            case IncomeCapitalized e: return Book(account, TransactionKind.CapitalizedIncome, e.Date, e.Amount, e, field);
            case InterestPaused e: return Change(account, new PauseOfInterest(e.From, e.To));
            case Rescheduled e: return Reschedules.Make(account, e, field);
            case ReAged e: return Book(account, TransactionKind.ReAge, e.StartDate < account.BusinessDate ? e.StartDate : account.BusinessDate, 0, e, field);
            case ReAmortized e: return Book(account, TransactionKind.ReAmortize, account.BusinessDate, 0, e, field);
            case ContractEnded e: return Book(account, TransactionKind.ContractTermination, account.BusinessDate, 0, e, field);
            case DisbursalUndone: return Disbursals.UndoAll(account);
            case LastDisbursalUndone: return Disbursals.UndoLast(account);
            default: return new EventNotSupported(field);
        }
    }

    /// <summary>The whole history again.</summary>
    public static void Rebuild(LoanAccount account, DateOnly from = default)
    {
        if (account.Terms.Family is ScheduleFamily.Cumulative) account.WorkedOut.Add((from, account.BusinessDate));
        if (account.AsOf < account.BusinessDate) account.AsOf = account.BusinessDate;
        if (account.Terms.Family is ScheduleFamily.Cumulative) ClassicReplay.Run(account);
        else Replay.Run(account);
    }

    /// <summary>A new movement: on top of the loan as it stands where it is the latest, otherwise with the history replayed.</summary>
    public static void Process(LoanAccount account, Entry entry)
    {
        var latest = account.Live.All(e => ReferenceEquals(e, entry) || e.IsAccounting || e.Date <= entry.Date);
        if (ClassicReplay.Recalculates(account))
        {
            Rebuild(account, entry.Date);
            return;
        }

        if (!latest || account.Rows.Count == 0 || account.Charges.Exists(c => c.Effective > entry.Date)
            || (account.Recalculates && entry.Date < account.AsOf)
            || (entry.Kind is TransactionKind.ReAge && account.Changes.Exists(c => c.From > entry.Date)) || (entry.Kind is TransactionKind.Disbursement && NeedsReplay(account, entry)))
        {
            Rebuild(account);
            return;
        }

        account.AsOf = account.BusinessDate;
        if (account.Terms.Family is ScheduleFamily.Cumulative)
        {
            ClassicReplay.Process(account, entry);
            ClassicReplay.Close(account);
            return;
        }

        account.Entries.Remove(entry);
        var run = new Allocator(account);
        run.Resume();
        account.Entries.Add(entry);
        run.Process(entry);
        if (account.Recalculates) run.Finish();
        else run.Close();
    }

    // A later tranche of a fixed schedule goes on top of it, unless charges or changes stand beside it.
    private static bool NeedsReplay(LoanAccount account, Entry tranche) =>
        account.Terms.Family is ScheduleFamily.Cumulative || account.Recalculates || account.Charges.Count > 0 || account.Changes.Count > 0
        || account.IsChargedOff || account.IsTerminated || account.IsWrittenOff || ReferenceEquals(account.Disbursements.First(), tranche);

    public static Refusal? Book(LoanAccount account, TransactionKind kind, DateOnly date, decimal amount, AccountEvent source, string field)
    {
        if (Early(account, date) is { } reason) return new EventImpossible($"{field}.date", reason);
        Process(account, account.Enter(kind, date, amount, source: source));
        return null;
    }

    public static string? Early(LoanAccount account, DateOnly date) =>
        date < account.FirstDisbursement ? "This date is before the first disbursement."
        : date > account.BusinessDate ? "This date is after the business date." : null;

    public static void AddFee(LoanAccount account, InstallmentFee fee) => account.Charges.Add(new AccountCharge
    {
        Sequence = account.NextSequence(), Penalty = false, Due = account.BusinessDate, EnteredOn = account.BusinessDate, PerInstallment = fee,
    });

    private static Refusal? SetDate(LoanAccount account, DateOnly date, string field)
    {
        if (date < account.BusinessDate && account.IsDisbursed) return new EventImpossible($"{field}.date", "The business date does not go back.");
        account.BusinessDate = date;
        return null;
    }

    private static Refusal? Change(LoanAccount account, TermChange change)
    {
        account.Changes.Add(change);
        Rebuild(account);
        return null;
    }

    private static bool ChangesDebt(AccountEvent @event) =>
        @event is not (BusinessDateSet or BusinessDateAdvanced or DayEnded or PaidOff or Undone or DisbursalUndone or LastDisbursalUndone);

    private static bool NeedsMoney(AccountEvent @event) => @event is not (
        BusinessDateSet or BusinessDateAdvanced or Disbursed or Charged or InstallmentFeeAdded or Rescheduled or DayEnded or DisbursalUndone or LastDisbursalUndone);
}
