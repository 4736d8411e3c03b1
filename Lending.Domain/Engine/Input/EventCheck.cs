namespace Lending.Domain.Engine;

/// <summary>Reads an event: its type says which fields it has; any other is refused.</summary>
internal static class EventCheck
{
    private const int InstallmentsMax = TermsCheck.InstallmentsMax;

    public static AccountEvent? Of(EventInput? input, Asked asked, string field)
    {
        if (input?.Type is not { } type)
        {
            asked.Refuse(new InputMissing(input is null ? field : $"{field}.type"));
            return null;
        }

        if (!EventFields.Of.TryGetValue(type, out var known))
        {
            asked.Refuse(new EventNotSupported($"{field}.type"));
            return null;
        }

        if (EventFields.Sent(input).FirstOrDefault(name => !known.Contains(name)) is { } unused) asked.Refuse(new InputNotUsed($"{field}.{unused}"));
        return asked.Refusal is null ? Read(type, input, asked, field) : null;
    }

    private static AccountEvent? Read(string type, EventInput e, Asked asked, string field)
    {
        DateOnly Date() => asked.Date(e.Date, $"{field}.date");
        decimal Amount() => asked.Amount(e.Amount, $"{field}.amount");
        return type switch
        {
            "BusinessDate" => new BusinessDateSet(Date()),
            "AdvanceBusinessDate" => new BusinessDateAdvanced(asked.Whole(e.Days, $"{field}.days", 1, 3_660)),
            "Disburse" => new Disbursed(Date(), Amount()),
            "Repayment" => new Paid(TransactionKind.Repayment, Date(), Amount()),
            "Transaction" => new Paid(Kind(e.Tx, asked, field), Date(), Amount(), e.InterestRefund),
            "Payoff" => new PaidOff(Date()),
            "Undo" => new Undone(e.Tx is "Any" ? null : asked.Choice<TransactionKind>(e.Tx, $"{field}.tx"), Date(), asked.Whole(e.Nth, $"{field}.nth", 1, 1_000, 1)),
            "Charge" => new Charged(IsPenalty(e.Kind, asked, field), asked.Date(e.DueDate, $"{field}.dueDate"), Amount()),
            "InstallmentCharge" => new InstallmentFeeAdded(InstallmentFeeCheck.Of(e.Charge, e.Amount, asked, field)),
            "WaiveCharge" => new ChargeWaived(),
            "Cob" => new DayEnded(),
            "Chargeback" => new ChargedBack(Amount(), asked.Whole(e.PaymentNr, $"{field}.paymentNr", 1, 1_000)),
            "ChargeOff" => new ChargedOff(Date()),
            "WriteOff" => new WrittenOff(Date()),
            "CreditBalanceRefund" => new CreditRefunded(Date(), Amount()),
            "CapitalizedIncome" => new IncomeCapitalized(Date(), Amount()),
            "InterestPause" => Pause(e, asked, field),
            "Reschedule" => Reschedule(e.Params, asked, $"{field}.params"),
            "Reage" => ReAge(e.Params, asked, $"{field}.params"),
            "Reamortize" => new ReAmortized(asked.Choice<ReAmortizeInterest>(e.Params?.ReAmortizationInterestHandling, $"{field}.params.reAmortizationInterestHandling", ReAmortizeInterest.Default)),
            "ContractTermination" => new ContractEnded(),
            "UndoDisbursal" => new DisbursalUndone(),
            "UndoLastDisbursal" => new LastDisbursalUndone(),
            _ => null,
        };
    }

    private static TransactionKind Kind(string? tx, Asked asked, string field)
    {
        var kind = asked.Choice<TransactionKind>(tx, $"{field}.tx");
        if (asked.Refusal is null && kind is not (TransactionKind.Repayment or TransactionKind.GoodwillCredit or TransactionKind.MerchantIssuedRefund
            or TransactionKind.PayoutRefund or TransactionKind.InterestPaymentWaiver or TransactionKind.Refund))
            asked.Refuse(new InputNotAChoice($"{field}.tx", "Repayment, GoodwillCredit, MerchantIssuedRefund, PayoutRefund, InterestPaymentWaiver, Refund"));
        return kind;
    }

    private static bool IsPenalty(string? kind, Asked asked, string field)
    {
        if (kind is null) asked.Refuse(new InputMissing($"{field}.kind"));
        else if (kind is not ("Fee" or "Penalty")) asked.Refuse(new InputNotAChoice($"{field}.kind", "Fee, Penalty"));
        return kind is "Penalty";
    }

    private static InterestPaused Pause(EventInput e, Asked asked, string field)
    {
        var (from, to) = (asked.Date(e.From, $"{field}.from"), asked.Date(e.To, $"{field}.to"));
        if (asked.Refusal is null && to < from) asked.Refuse(new InputOutOfBounds($"{field}.to", "not before from"));
        return new(from, to);
    }

    private static Rescheduled? Reschedule(EventParamsInput? p, Asked asked, string field)
    {
        if (p is null)
        {
            asked.Refuse(new InputMissing(field));
            return null;
        }

        return new(
            asked.Date(p.RescheduleFromDate, $"{field}.rescheduleFromDate"),
            p.SubmittedOnDate is null ? default : asked.Date(p.SubmittedOnDate, $"{field}.submittedOnDate"),
            p.AdjustedDueDate is null ? null : asked.Date(p.AdjustedDueDate, $"{field}.adjustedDueDate"),
            p.GraceOnPrincipal is null ? null : asked.Whole(p.GraceOnPrincipal, $"{field}.graceOnPrincipal", 0, InstallmentsMax),
            p.GraceOnInterest is null ? null : asked.Whole(p.GraceOnInterest, $"{field}.graceOnInterest", 0, InstallmentsMax),
            p.ExtraTerms is null ? null : asked.Whole(p.ExtraTerms, $"{field}.extraTerms", 1, InstallmentsMax),
            p.NewInterestRate is null ? null : asked.Number(p.NewInterestRate, $"{field}.newInterestRate", 0, TermsCheck.RateMax, 6));
    }

    private static ReAged? ReAge(EventParamsInput? p, Asked asked, string field)
    {
        if (p is null)
        {
            asked.Refuse(new InputMissing(field));
            return null;
        }

        return new(
            asked.Date(p.StartDate, $"{field}.startDate"), asked.Whole(p.NumberOfInstallments, $"{field}.numberOfInstallments", 1, InstallmentsMax),
            asked.Whole(p.FrequencyNumber, $"{field}.frequencyNumber", 1, TermsCheck.EveryMax),
            asked.Choice<TermUnit>(p.FrequencyType, $"{field}.frequencyType"),
            asked.Choice<ReAgeInterest>(p.ReAgeInterestHandling, $"{field}.reAgeInterestHandling", ReAgeInterest.Default));
    }
}
