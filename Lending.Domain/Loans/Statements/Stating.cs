namespace Lending.Domain;

/// <summary>The platform made the account statement of a period that starts where the last one ended.</summary>
public sealed record IssueStatement(string DocumentId, string Sha256, DateOnly From, DateOnly To, Money Opening, Money Charged, Money Paid, Money Closing) : LoanCommand;

/// <summary>The platform made the bill of an instalment that is to come.</summary>
public sealed record IssueBill(string DocumentId, string Sha256, LoanBill Bill) : LoanCommand;

/// <summary>Opening + Charged − Paid = Closing.</summary>
[EventType("loan.statement-issued.v1")]
public sealed record StatementIssued(string DocumentId, string Sha256, DateOnly From, DateOnly To, Money Opening, Money Charged, Money Paid, Money Closing) : LoanEvent;

[EventType("loan.bill-issued.v1")]
public sealed record BillIssued(string DocumentId, string Sha256, LoanBill Bill) : LoanEvent;

/// <summary>Statements and bills of term loans: one for each period and each instalment, whatever is repeated.</summary>
internal static class Stating
{
    /// <summary>The first day that no statement covers yet; null before the payout.</summary>
    public static DateOnly? NextDayOf(Loan loan) => loan.StatedThrough?.AddDays(1) ?? loan.DisbursedOn;

    public static LoanDecision Issue(Loan loan, IssueStatement command, Circumstances now)
    {
        if (NextDayOf(loan) is not { } next) return LoanDecider.NotNow(loan, command, now);
        if (command.From != next || command.To < command.From) return LoanDecision.Nothing;
        return LoanDecision.Accept(new StatementIssued(
                command.DocumentId, command.Sha256, command.From, command.To, command.Opening, command.Charged, command.Paid, command.Closing))
            .AndThen(LoanOutbox.Message(MessageTemplates.StatementReady, loan, now, command.Closing, command.To, key: $"{command.To:yyyyMMdd}"));
    }

    public static LoanDecision Issue(Loan loan, IssueBill command, Circumstances now)
    {
        if (loan.DisbursedOn is null) return LoanDecider.NotNow(loan, command, now);
        if (command.Bill.PayBy <= loan.BilledThrough || loan.Account is not AccountState.Active) return LoanDecision.Nothing;
        return LoanDecision.Accept(new BillIssued(command.DocumentId, command.Sha256, command.Bill))
            .AndThen(LoanOutbox.Message(MessageTemplates.BillReady, loan, now, command.Bill.Total, command.Bill.PayBy, key: $"{command.Bill.PayBy:yyyyMMdd}"));
    }
}
